package dev.fargate.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.model.Finding.Kind;
import dev.fargate.simulator.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceModelTest {
    private final ServiceModel model = new ServiceModel(resource("/simulator/service-2.json"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': 'a'}",
                "{'name': 'a', 'count': 2147483647, 'on': false, 'colour': 'RED'}",
                "{'name': 'a', 'count': null}",
                "{'name': 'a', 'tags': {'any key': 'v'}}",
                "{'name': 'a', 'tree': {'children': [{'children': [{'leaf': 'deep'}]}, {}]}}",
                "{'name': 'a', 'choice': {'left': 'x'}}"
            })
    void aDocumentThatFitsHasNoFindings(String document) {
        assertThat(model.checkRequest("Put", json(document))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'name': 'a', 'extra': 1}                        | UNKNOWN_MEMBER | extra
            {'name': 'a', 'tree': {'children': [{}, {'x': 1}]}} | UNKNOWN_MEMBER | tree.children[1].x
            {'count': 1}                                     | MISSING_MEMBER | name
            {'name': 7}                                      | WRONG_TYPE     | name
            {'name': 'a', 'count': '1'}                      | WRONG_TYPE     | count
            {'name': 'a', 'count': 1.5}                      | WRONG_TYPE     | count
            {'name': 'a', 'count': 2147483648}               | WRONG_TYPE     | count
            {'name': 'a', 'on': 'true'}                      | WRONG_TYPE     | on
            {'name': 'a', 'tags': ['v']}                     | WRONG_TYPE     | tags
            {'name': 'a', 'tags': {'k': 1}}                  | WRONG_TYPE     | tags.k
            {'name': 'a', 'tree': {'children': {}}}          | WRONG_TYPE     | tree.children
            {'name': 'a', 'colour': 'GREEN'}                 | UNKNOWN_VALUE  | colour
            {'name': 'a', 'choice': {'left': 'x', 'right': 'y'}} | WRONG_TYPE | choice
            {'name': 'a', 'choice': {}}                      | WRONG_TYPE     | choice
            """)
    void aDocumentThatDiffersHasAFindingWithItsPath(String document, Kind kind, String path) {
        List<Finding> findings = model.checkRequest("Put", json(document));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.path()).isEqualTo(path);
        });
    }

    @Test
    void timestampsOfRepliesAreNumbers() {
        assertThat(model.checkReply("Put", json("{'at': 1.7e9}"))).isEmpty();
        assertThat(model.checkReply("Put", json("{'at': '2026-01-01T00:00:00Z'}")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.WRONG_TYPE));
    }

    @Test
    void anOperationFailsOnlyWithItsOwnErrorsAndTheCommonOnes() {
        assertThat(model.mayFailWith("Put", "ConflictException")).isTrue();
        assertThat(model.mayFailWith("Put", "ThrottlingException")).isTrue();
        assertThat(model.mayFailWith("Put", "ClusterNotFoundException")).isFalse();
    }

    private static JsonNode json(String singleQuoted) {
        return Json.parse(singleQuoted.replace('\'', '"'));
    }

    private static JsonNode resource(String path) {
        try (InputStream file = ServiceModelTest.class.getResourceAsStream(path)) {
            return Json.MAPPER.readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
