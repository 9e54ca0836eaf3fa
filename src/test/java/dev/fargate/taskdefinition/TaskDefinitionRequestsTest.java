package dev.fargate.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.Task;
import dev.fargate.api.WorkloadDefaults;
import dev.fargate.engine.Resolution;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskDefinitionRequestsTest {
    private static final String TASK = """
            cpu: 512
            memory: 1024
            executionRoleArn: arn:aws:iam::123456789012:role/execution
            containers:
              - name: web
                image: shop/web:1
                command: [serve, --all]
                portMappings: [{containerPort: 80}, {containerPort: 443}]
                environment: [{name: A, value: "1"}, {name: B, value: "2"}]
                secrets: [{name: C, valueFrom: "arn:c"}, {name: D, valueFrom: "arn:d"}]
                dependsOn: [{containerName: log, condition: START}, {containerName: proxy, condition: HEALTHY}]
                mountPoints: [{sourceVolume: x, containerPath: /x}, {sourceVolume: y, containerPath: /y}]
                dockerLabels: {a: "1", b: "2"}
                environmentFiles: [{value: "arn:a.env"}, {value: "arn:b.env"}]
                restartPolicy: {enabled: true, ignoredExitCodes: [0, 7]}
                volumesFrom: [{sourceContainer: log}, {sourceContainer: proxy}]
                systemControls: [{namespace: net.a, value: "1"}, {namespace: net.b, value: "2"}]
                linuxParameters:
                  capabilities: {drop: [CHOWN, KILL]}
                  tmpfs: [{containerPath: /a, size: 1, mountOptions: [ro, noexec]}, {containerPath: /b, size: 2}]
            proxyConfiguration:
              containerName: proxy
              properties: [{name: AppPorts, value: "80"}, {name: IgnoredUID, value: "7"}]
            volumes:
              - {name: x, efsVolumeConfiguration: {fileSystemId: fs-1}}
              - {name: y}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{containerPort: 80}, {containerPort: 443}] | [{containerPort: 443}, {containerPort: 80}]",
                "[{name: A, value: \"1\"}, {name: B, value: \"2\"}] | [{name: B, value: \"2\"}, {name: A, value: \"1\"}]",
                "[{name: C, valueFrom: \"arn:c\"}, {name: D, valueFrom: \"arn:d\"}]"
                        + " | [{name: D, valueFrom: \"arn:d\"}, {name: C, valueFrom: \"arn:c\"}]",
                "[{containerName: log, condition: START}, {containerName: proxy, condition: HEALTHY}]"
                        + " | [{containerName: proxy, condition: HEALTHY}, {containerName: log, condition: START}]",
                "[{sourceVolume: x, containerPath: /x}, {sourceVolume: y, containerPath: /y}]"
                        + " | [{sourceVolume: y, containerPath: /y}, {sourceVolume: x, containerPath: /x}]",
                "{a: \"1\", b: \"2\"} | {b: \"2\", a: \"1\"}",
                "[0, 7] | [7, 0]",
                "[{sourceContainer: log}, {sourceContainer: proxy}] | [{sourceContainer: proxy}, {sourceContainer: log}]",
                "[{namespace: net.a, value: \"1\"}, {namespace: net.b, value: \"2\"}]"
                        + " | [{namespace: net.b, value: \"2\"}, {namespace: net.a, value: \"1\"}]",
                "[CHOWN, KILL] | [KILL, CHOWN]",
                "[{containerPath: /a, size: 1, mountOptions: [ro, noexec]}, {containerPath: /b, size: 2}]"
                        + " | [{containerPath: /b, size: 2}, {containerPath: /a, size: 1, mountOptions: [ro, noexec]}]",
                "[{name: AppPorts, value: \"80\"}, {name: IgnoredUID, value: \"7\"}]"
                        + " | [{name: IgnoredUID, value: \"7\"}, {name: AppPorts, value: \"80\"}]"
            })
    void an_order_that_means_nothing_does_not_roll(String one, String other) {
        assertThat(TASK).contains(one);

        assertThat(hash(TASK.replace(one, other), Map.of())).isEqualTo(hash(TASK, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[serve, --all] | [--all, serve]",
                "shop/web:1 | shop/web:2",
                "value: \"1\" | value: \"9\"",
                "condition: START | condition: COMPLETE",
                "memory: 1024 | memory: 2048",
                "fs-1 | fs-2",
                "[{value: \"arn:a.env\"}, {value: \"arn:b.env\"}] | [{value: \"arn:b.env\"}, {value: \"arn:a.env\"}]",
                "[ro, noexec] | [noexec, ro]",
                "enabled: true | enabled: false",
                "namespace: net.a | namespace: net.c"
            })
    void what_means_something_does(String one, String other) {
        assertThat(TASK).contains(one);

        assertThat(hash(TASK.replace(one, other), Map.of())).isNotEqualTo(hash(TASK, Map.of()));
    }

    @Test
    void tags_are_on_the_revision_but_not_in_its_hash() {
        DesiredTaskDefinition tagged = resolved(TASK, Map.of("team", "shop"));

        assertThat(tagged.hash()).isEqualTo(hash(TASK, Map.of()));
        assertThat(tagged.request().tags())
                .extracting(tag -> tag.key() + "=" + tag.value())
                .containsExactlyInAnyOrder("team=shop", "fargate.dev/content=" + tagged.hash());
    }

    @Test
    void a_value_of_the_environment_is_as_good_as_the_same_value_of_the_task() {
        String without = TASK.replace("cpu: 512\nmemory: 1024\n", "");

        assertThat(hash(without, Map.of())).isEqualTo(hash(TASK, Map.of()));
    }

    @Test
    void what_is_left_out_is_not_sent_so_that_a_later_default_of_AWS_is_no_change() {
        var container = resolved("containers: [{name: web, image: a}]", Map.of())
                .request()
                .containerDefinitions()
                .getFirst();

        assertThat(container.essential()).isNull();
        assertThat(container.hasEnvironment()).isFalse();
        assertThat(container.hasPortMappings()).isFalse();
        assertThat(container.hasCommand()).isFalse();
        assertThat(container.logConfiguration()).isNull();
    }

    @Test
    void a_size_that_Fargate_lacks_is_refused_with_what_there_is() {
        assertThat(problem("cpu: 256\nmemory: 4096\ncontainers: [{name: web, image: a}]"))
                .isEqualTo(
                        "Fargate has no size with cpu 256 and memory 4096: with cpu 256 memory is one of 512, 1024, 2048.");
        assertThat(problem("cpu: 300\nmemory: 512\ncontainers: [{name: web, image: a}]"))
                .endsWith("cpu is one of 256, 512, 1024, 2048, 4096, 8192, 16384.");
    }

    @Test
    void secrets_need_an_execution_role() {
        assertThat(problem("containers: [{name: web, image: a, secrets: [{name: A, valueFrom: b}]}]"))
                .contains("executionRoleArn is missing: container web uses secrets");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "environmentFiles: [{value: a}]                                            | environmentFiles",
                "repositoryCredentials: {credentialsParameter: a}                          | repositoryCredentials",
                "logConfiguration: {logDriver: splunk, secretOptions: [{name: a, valueFrom: b}]} | secrets",
                "logConfiguration: {logDriver: awslogs}                                    | awslogs"
            })
    void what_Fargate_reads_or_writes_for_a_container_needs_an_execution_role(String setting, String named) {
        assertThat(problem("containers: [{name: web, image: a, %s}]".formatted(setting)))
                .contains("executionRoleArn is missing: container web uses %s,".formatted(named));
    }

    /** A frozen vector: with another hash every service of every user would roll. */
    @Test
    void a_task_keeps_the_hash_that_it_always_had() {
        assertThat(hash("""
                        executionRoleArn: arn:aws:iam::123456789012:role/execution
                        containers:
                          - name: web
                            image: shop/web:1
                            portMappings: [{containerPort: 443}, {containerPort: 80, protocol: tcp}]
                            environment: [{name: B, value: "2"}, {name: A, value: "1"}]
                            healthCheck: {command: [CMD, "true"]}
                            dependsOn: [{containerName: log, condition: START}]
                          - {name: log, image: shop/log:1, essential: false}
                        volumes: [{name: x, efsVolumeConfiguration: {fileSystemId: fs-1}}]
                        """, Map.of())).isEqualTo("v1-83d2e466056274e61e7c53d9618bb04a");
    }

    @ParameterizedTest
    @CsvSource({
        "256, 512, true", "256, 2048, true", "256, 3072, false", "512, 4096, true", "1024, 1024, false",
        "2048, 16384, true", "4096, 30720, true", "8192, 16384, true", "8192, 17408, false", "16384, 122880, true",
        "16384, 32769, false", "0, 0, false",
    })
    void the_sizes_are_those_of_Fargate(int cpu, int memory, boolean valid) {
        assertThat(FargateSize.isValid(cpu, memory)).isEqualTo(valid);
    }

    private static String problem(String task) {
        return ((Resolution.Unresolved<DesiredTaskDefinition>) resolve(task, Map.of()))
                .problem()
                .message();
    }

    private static String hash(String task, Map<String, String> tags) {
        return resolved(task, tags).hash();
    }

    private static DesiredTaskDefinition resolved(String task, Map<String, String> tags) {
        return ((Resolution.Resolved<DesiredTaskDefinition>) resolve(task, tags)).desired();
    }

    private static Resolution<DesiredTaskDefinition> resolve(String task, Map<String, String> tags) {
        return TaskDefinitionRequests.resolve(
                Serialization.unmarshal(task, Task.class),
                new TaskContext(
                        "shop",
                        "web",
                        "shop_web",
                        "eu-west-1",
                        new WorkloadDefaults(512, 1024, null, null, null, null),
                        tags));
    }
}
