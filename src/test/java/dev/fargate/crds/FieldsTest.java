package dev.fargate.crds;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every field of every kind is described and bounded. */
class FieldsTest {
    @Test
    void a_field_has_a_description() {
        assertThat(fields((path, field) -> field.getDescription() == null && !isElement(path)))
                .isEmpty();
    }

    /** {@code Absent: default …}, or {@code unmanaged}: what is never compared with AWS. */
    @Test
    void a_field_that_a_manifest_may_leave_out_says_what_its_absence_means() {
        for (CustomResourceDefinition crd : Crds.all()) {
            Map<String, JSONSchemaProps> all = fieldsOf(crd);
            assertThat(all).allSatisfy((path, field) -> assertThat(mayBeLeftOut(crd, path)
                            && !field.getDescription().contains("Absent: default ")
                            && !field.getDescription().contains("Absent: unmanaged")
                            && !field.getDescription().contains("Absent: in a workload default "))
                    .as(path)
                    .isFalse());
        }
    }

    @Test
    void a_string_list_or_map_has_an_upper_bound() {
        assertThat(fields((path, field) -> switch (field.getType()) {
                    case "string" -> field.getMaxLength() == null && field.getEnum() == null;
                    case "array" -> field.getMaxItems() == null;
                    case "object" -> field.getAdditionalProperties() != null && field.getMaxProperties() == null;
                    default -> false;
                }))
                .isEmpty();
    }

    @Test
    void a_default_is_never_written_into_a_spec() {
        assertThat(fields((path, field) -> !path.equals("status") && field.getDefault() != null))
                .isEmpty();
    }

    /** kubectl apply keeps a copy in an annotation, and an object's annotations take 256 KiB. */
    @Test
    void client_side_apply_has_room() {
        assertThat(Crds.all())
                .allSatisfy(crd -> assertThat(Serialization.asJson(crd).getBytes(StandardCharsets.UTF_8).length)
                        .isLessThan(200 * 1024));
    }

    private static boolean mayBeLeftOut(CustomResourceDefinition crd, String path) {
        if (!path.startsWith("spec.") || isElement(path) || RefusedFields.has(path)) {
            return false;
        }
        int dot = path.lastIndexOf('.');
        List<String> required =
                Schemas.at(Schemas.root(crd), path.substring(0, dot)).getRequired();
        return required == null || !required.contains(path.substring(dot + 1));
    }

    private static boolean isElement(String path) {
        return path.endsWith("[]") || path.endsWith("{}");
    }

    private static List<String> fields(FieldPredicate wrong) {
        return Crds.all().stream()
                .flatMap(crd -> fieldsOf(crd).entrySet().stream()
                        .filter(field -> wrong.test(field.getKey(), field.getValue()))
                        .map(field -> crd.getSpec().getNames().getKind() + " " + field.getKey()))
                .toList();
    }

    private static Map<String, JSONSchemaProps> fieldsOf(CustomResourceDefinition crd) {
        Map<String, JSONSchemaProps> fields = new TreeMap<>();
        Schemas.walk("", Schemas.root(crd), fields::put);
        return fields;
    }

    private interface FieldPredicate {
        boolean test(String path, JSONSchemaProps field);
    }
}
