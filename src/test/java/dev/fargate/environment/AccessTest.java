package dev.fargate.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.Access;
import dev.fargate.api.Network;
import dev.fargate.api.Task;
import dev.fargate.api.WorkloadDefaults;
import dev.fargate.api.WorkloadDefaults.Logs;
import dev.fargate.aws.AwsScope;
import dev.fargate.engine.Problem;
import dev.fargate.environment.ResolvedEnvironment.Edition;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use an environment, and what of the account. */
class AccessTest {
    private static final Access ACCESS = Serialization.unmarshal("""
            namespaceSelector: {}
            roles: ["arn:role/{namespace}/*"]
            targetGroups: ["arn:tg/{namespace}-*"]
            serviceRegistries: ["arn:registry/*"]
            secrets: ["arn:secret/{namespace}/*"]
            fileSystems: [fs-1, fs-3/fsap-3]
            subnets: [subnet-c]
            environmentFiles: ["arn:s3:::{namespace}-config/*"]
            logGroups: ["/teams/{namespace}/*"]
            """, Access.class);
    private static final AwsScope FENCE_SCOPE =
            new AwsScope("production", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN);
    private static final WorkloadDefaults DEFAULTS =
            new WorkloadDefaults(256, 512, null, "arn:role/execution", null, null);
    private static final Fence FENCE = new Fence(
            new ResolvedEnvironment(
                    "production",
                    FENCE_SCOPE,
                    "123456789012",
                    "arn:cluster",
                    network("subnets: [subnet-a]\nsecurityGroups: [sg-a]"),
                    new WorkloadDefaults(
                            256,
                            512,
                            null,
                            "arn:role/execution",
                            null,
                            new Logs("/logs/{namespace}/{name}", null, null)),
                    ACCESS,
                    Map.of(),
                    List.of(),
                    new Edition("e-1", 10, 3)),
            "shop");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "executionRoleArn: arn:role/execution                                | -",
                "taskRoleArn: arn:role/execution                                     | spec.task.taskRoleArn",
                "taskRoleArn: arn:role/shop/web                                      | -",
                "taskRoleArn: arn:role/bank/web                                      | spec.task.taskRoleArn",
                "executionRoleArn: arn:role/shopper/x                                | spec.task.executionRoleArn",
                "containers: [{name: web, secrets: [{name: A, valueFrom: arn:secret/shop/a}]}] | -",
                "containers: [{name: web, secrets: [{name: A, valueFrom: arn:secret/bank/a}]}]"
                        + " | spec.task.containers[web].secrets[A].valueFrom",
                "containers: [{name: web, logConfiguration: {secretOptions: [{name: A, valueFrom: arn:secret/bank/a}]}}]"
                        + " | spec.task.containers[web].logConfiguration.secretOptions[A].valueFrom",
                "containers: [{name: web, repositoryCredentials: {credentialsParameter: arn:secret/shop/hub}}] | -",
                "containers: [{name: web, repositoryCredentials: {credentialsParameter: arn:secret/bank/hub}}]"
                        + " | spec.task.containers[web].repositoryCredentials.credentialsParameter",
                "containers: [{name: web, environmentFiles: [{value: arn:s3:::shop-config/a.env}]}] | -",
                "containers: [{name: web, environmentFiles: [{value: arn:s3:::shop-config/a.env},"
                        + " {value: arn:s3:::bank-config/a.env}]}]"
                        + " | spec.task.containers[web].environmentFiles",
                "containers: [{name: web, logConfiguration: {logDriver: awslogs, options: {awslogs-group: /logs/shop/web}}}] | -",
                "containers: [{name: web, logConfiguration: {logDriver: awslogs, options: {awslogs-group: /teams/shop/x}}}] | -",
                "containers: [{name: web, logConfiguration: {logDriver: awslogs, options: {awslogs-group: /logs/shop/other}}}]"
                        + " | spec.task.containers[web].logConfiguration.options[awslogs-group]",
                "containers: [{name: web, logConfiguration: {logDriver: awslogs, options: {awslogs-group: /logs/bank/web}}}]"
                        + " | spec.task.containers[web].logConfiguration.options[awslogs-group]",
                "containers: [{name: web, logConfiguration: {logDriver: awsfirelens, options: {awslogs-group: /logs/bank/web}}}] | -",
                "volumes: [{name: v, efsVolumeConfiguration: {fileSystemId: fs-1}}]  | -",
                "volumes: [{name: v, efsVolumeConfiguration: {fileSystemId: fs-2}}]"
                        + " | spec.task.volumes[v].efsVolumeConfiguration.fileSystemId",
                "volumes: [{name: v, efsVolumeConfiguration: {fileSystemId: fs-3,"
                        + " authorizationConfig: {accessPointId: fsap-3}}}] | -",
                "volumes: [{name: v, efsVolumeConfiguration: {fileSystemId: fs-3,"
                        + " authorizationConfig: {accessPointId: fsap-4}}}]"
                        + " | spec.task.volumes[v].efsVolumeConfiguration.fileSystemId",
                "volumes: [{name: v, efsVolumeConfiguration: {fileSystemId: fs-3}}]"
                        + " | spec.task.volumes[v].efsVolumeConfiguration.fileSystemId",
            })
    void a_task_names_only_what_the_environment_names_or_allows(String task, String refused) {
        assertThat(FENCE.check(Serialization.unmarshal(task, Task.class), "web").map(AccessTest::field))
                .isEqualTo(Optional.ofNullable(refused));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "subnets: [subnet-a, subnet-c] | -",
                "subnets: [subnet-a, subnet-x] | spec.network.subnets",
                "securityGroups: [sg-a]        | -",
                "securityGroups: [sg-x]        | spec.network.securityGroups",
            })
    void a_network_of_its_own_is_chosen_from_what_is_allowed(String network, String refused) {
        assertThat(FENCE.check(network(network)).map(AccessTest::field)).isEqualTo(Optional.ofNullable(refused));
    }

    @Test
    void target_groups_and_registries_need_a_pattern() {
        assertThat(FENCE.checkTargetGroup("spec.loadBalancers.targetGroupArn", "arn:tg/shop-web"))
                .isEmpty();
        assertThat(FENCE.checkTargetGroup("spec.loadBalancers.targetGroupArn", "arn:tg/bank-web"))
                .get()
                .satisfies(problem -> assertThat(problem.message())
                        .contains("production", "shop", "arn:tg/bank-web", "access.targetGroups"));
        assertThat(FENCE.checkServiceRegistry("arn:registry/x")).isEmpty();
        assertThat(FENCE.checkServiceRegistry("arn:other/x")).isPresent();
    }

    @Test
    void a_shell_in_the_containers_needs_leave() {
        Fence open = new Fence(
                new ResolvedEnvironment(
                        "development",
                        FENCE_SCOPE,
                        "123456789012",
                        "arn:cluster",
                        network("subnets: [subnet-a]"),
                        DEFAULTS,
                        Serialization.unmarshal("namespaceSelector: {}\nallowExecuteCommand: true", Access.class),
                        Map.of(),
                        List.of(),
                        new Edition("e-1", 10, 3)),
                "shop");

        assertThat(open.checkExecuteCommand(true)).isEmpty();
        assertThat(FENCE.checkExecuteCommand(null)).isEmpty();
        assertThat(FENCE.checkExecuteCommand(false)).isEmpty();
        assertThat(FENCE.checkExecuteCommand(true).map(AccessTest::field)).contains("spec.enableExecuteCommand");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                       | true",
                "matchLabels: {team: shop}                                                | true",
                "matchLabels: {team: bank}                                                | false",
                "matchLabels: {team: shop, stage: test}                                   | false",
                "matchExpressions: [{key: team, operator: In, values: [bank, shop]}]      | true",
                "matchExpressions: [{key: team, operator: NotIn, values: [shop]}]         | false",
                "matchExpressions: [{key: stage, operator: NotIn, values: [test]}]        | true",
                "matchExpressions: [{key: team, operator: Exists}]                        | true",
                "matchExpressions: [{key: team, operator: DoesNotExist}]                  | false",
                "matchExpressions: [{key: team, operator: Resembles}]                     | false",
            })
    void namespaces_are_selected_as_everywhere_in_Kubernetes(String selector, boolean admitted) {
        assertThat(Environments.admits(Serialization.unmarshal(selector, LabelSelector.class), Map.of("team", "shop")))
                .isEqualTo(admitted);
    }

    @Test
    void no_selector_admits_nobody() {
        assertThat(Environments.admits(null, Map.of("team", "shop"))).isFalse();
    }

    private static Network network(String yaml) {
        return Serialization.unmarshal(yaml, Network.class);
    }

    private static String field(Problem problem) {
        assertThat(problem.stalled()).isTrue();
        assertThat(problem.reason()).isEqualTo("NotAllowed");
        return problem.message().substring(0, problem.message().indexOf(": "));
    }
}
