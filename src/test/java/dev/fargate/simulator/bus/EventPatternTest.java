package dev.fargate.simulator.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.wire.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternTest {
    private static final JsonNode EVENT = json("""
            {'source': 'aws.ecs', 'resources': ['arn:aws:ecs:eu-west-1:1:service/main/web'],
             'detail': {'lastStatus': 'STOPPED', 'clusterArn': 'c', 'version': 3}}""");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'source': ['aws.ecs']}",
                "{'source': ['aws.ec2', 'aws.ecs'], 'detail': {'lastStatus': ['RUNNING', 'STOPPED']}}",
                "{'resources': [{'prefix': 'arn:aws:ecs:eu-west-1:1:service/main/'}]}",
                "{'resources': [{'suffix': '/web'}]}",
                "{'detail': {'lastStatus': [{'anything-but': ['RUNNING']}]}}",
                "{'detail': {'lastStatus': [{'anything-but': {'prefix': 'R'}}]}}",
                "{'detail': {'lastStatus': [{'equals-ignore-case': 'stopped'}]}}",
                "{'detail': {'version': [3]}}",
                "{'detail': {'stopCode': [{'exists': false}], 'clusterArn': [{'exists': true}]}}",
                "{'source': ['aws.ecs'], '$or': [{'resources': ['other']}, {'detail': {'clusterArn': ['c']}}]}"
            })
    void anEventMatches(String pattern) {
        assertThat(new EventPattern(json(pattern)).matches(EVENT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'source': ['aws.ec2']}",
                "{'source': ['aws.ecs'], 'detail': {'lastStatus': ['RUNNING']}}",
                "{'resources': [{'prefix': 'arn:aws:ecs:eu-west-1:1:service/other/'}]}",
                "{'detail': {'lastStatus': [{'anything-but': 'STOPPED'}]}}",
                "{'detail': {'group': ['service:web']}}",
                "{'detail': {'stopCode': [{'exists': true}]}}",
                "{'source': ['aws.ecs'], '$or': [{'resources': ['other']}, {'detail': {'clusterArn': ['d']}}]}",
                "{'source': ['aws.ec2'], '$or': [{'detail': {'clusterArn': ['c']}}]}"
            })
    void anEventDoesNotMatch(String pattern) {
        assertThat(new EventPattern(json(pattern)).matches(EVENT)).isFalse();
    }

    private static JsonNode json(String singleQuoted) {
        return Json.parse(singleQuoted.replace('\'', '"'));
    }
}
