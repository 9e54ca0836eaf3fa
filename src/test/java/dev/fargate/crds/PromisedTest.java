package dev.fargate.crds;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An upgrade asks nobody to change a manifest. */
class PromisedTest {
    /** The definitions of the last release, without their texts; a release writes them anew. */
    private static final Path RELEASED = Path.of("src", "test", "resources", "released");

    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            spec:
              scope: Namespaced
              names: {kind: Thing, plural: things, shortNames: [th], categories: [fargate]}
              versions:
                - name: v1alpha1
                  served: true
                  subresources: {status: {}}
                  schema:
                    openAPIV3Schema:
                      type: object
                      properties:
                        size: {type: integer, minimum: 1, maximum: 10}
                        name: {type: string, pattern: '[a-z]+', maxLength: 63}
                        mode: {type: string, enum: [Fast, Slow]}
                        free: {type: string}
                        parts:
                          type: array
                          items: {type: object, required: [id], properties: {id: {type: string}, note: {type: string}}}
            """;

    @Test
    void what_was_released_is_still_accepted() throws IOException {
        Map<String, CustomResourceDefinition> now = new TreeMap<>();
        Crds.all().forEach(crd -> now.put(crd.getMetadata().getName() + ".yaml", crd));
        if (Boolean.getBoolean("release")) {
            for (Map.Entry<String, CustomResourceDefinition> kind : now.entrySet()) {
                Files.writeString(RELEASED.resolve(kind.getKey()), Yaml.withoutTexts(kind.getValue()));
            }
        }

        try (var files = Files.list(RELEASED)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> {
                CustomResourceDefinition before = definition(Files.readString(file));
                assertThat(now).containsKey(file.getFileName().toString());
                assertThat(Promised.broken(before, now.get(file.getFileName().toString())))
                        .as("%s: manifests of the last release must go on being accepted; add, or serve another version"
                                .formatted(file.getFileName()))
                        .isEmpty();
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "free: {type: string}        | free: {type: string, maxLength: 253}  | free: maxLength: was null, is 253",
                "free: {type: string}        | free: {type: string, enum: [A, B]}    | free: takes no longer any value, but [\"A\", \"B\"]",
                "free: {type: string}        | free: {type: integer}                 | free: type: was string, is integer",
                "free: {type: string}        | other: {type: string}                 | free: is gone",
                "maximum: 10                 | maximum: 9                            | size: maximum: was 10.0, is 9.0",
                "minimum: 1                  | minimum: 2                            | size: minimum: was 1.0, is 2.0",
                "'[a-z]+'                    | '[a-z]{3}'                            | name: pattern: was [a-z]+, is [a-z]{3}",
                "Fast, Slow                  | Fast                                  | mode: values: lost [\"Slow\"]",
                "required: [id]              | required: [id, note]                  | parts[].note: has become required",
                "note: {type: string}        | more: {type: string}                  | parts[].note: is gone",
                "shortNames: [th]            | shortNames: [tg]                      | short names: lost [th]",
                "scope: Namespaced           | scope: Cluster                        | scope: was Namespaced, is Cluster",
                "name: v1alpha1              | name: v1                              | served versions: lost [v1alpha1]",
            })
    void what_would_ask_somebody_to_change_a_manifest_is_told(String before, String now, String told) {
        assertThat(Promised.broken(definition(DEFINITION), definition(DEFINITION.replace(before, now))))
                .containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "note: {type: string}        | note: {type: string}, more: {type: string}",
                "maximum: 10                 | maximum: 11",
                ", maximum: 10               | ''",
                "Fast, Slow                  | Fast, Slow, Slower",
                "required: [id]              | required: []",
                "shortNames: [th]            | shortNames: [th, tng]",
            })
    void what_only_admits_more_is_kept(String before, String now) {
        assertThat(Promised.broken(definition(DEFINITION), definition(DEFINITION.replace(before, now))))
                .isEmpty();
    }

    private static CustomResourceDefinition definition(String text) {
        return Serialization.unmarshal(text, CustomResourceDefinition.class);
    }
}
