package dev.fargate.faults;

import dev.fargate.api.FargateService;
import dev.fargate.testing.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.Service;

/** Environments and services that go through the stages of a life. All services are in one environment. */
final class Lives {
    static final String HOME = "home";

    private final World world;
    private final AwsAccount account;
    private final String namespace;

    Lives(World world, AwsAccount account) {
        this.world = world;
        this.account = account;
        this.namespace = world.namespace("lives");
    }

    void home() {
        world.apply(environment(Stage.ENVIRONMENT_CREATION, HOME));
        world.environments().awaitReady(HOME);
    }

    /** Does what begins a stage. */
    void begin(Stage stage, String life) {
        if (stage == Stage.ENVIRONMENT_DELETION) {
            world.environments()
                    .find(life)
                    .ifPresent(found -> world.kubernetes().resource(found).delete());
        } else if (stage == Stage.SERVICE_DELETION) {
            world.delete(namespace, life);
        } else {
            world.apply(stage.ofEnvironment() ? environment(stage, life) : service(stage, life));
        }
    }

    void awaitEnd(Stage stage, String life) {
        if (stage.deletes()) {
            world.until(
                    life + " to be gone",
                    () -> stage.ofEnvironment()
                            ? world.environments().find(life).isEmpty()
                            : world.service(namespace, life).isEmpty());
        } else if (stage.ofEnvironment()) {
            world.until(life + " to be Ready as it is now", () -> world.environments()
                    .find(life)
                    .filter(found -> found.getStatus() != null)
                    .filter(found -> found.getMetadata()
                            .getGeneration()
                            .equals(found.getStatus().observedGeneration()))
                    .isPresent());
            world.environments().awaitReady(life);
        } else {
            world.await(
                    namespace,
                    life,
                    "Ready on one revision, " + stage,
                    found -> World.isReady(found)
                            && found.getStatus().runningCount() == count(stage)
                            && found.getStatus().taskDefinition().revisions().size() == 1);
        }
    }

    /** What is in the account at the end of a stage, without what differs from life to life. */
    Map<String, Object> ending(Stage stage, String life) {
        return stage.ofEnvironment() ? cluster(life) : service(life);
    }

    private Map<String, Object> cluster(String life) {
        Map<String, Object> ending = new TreeMap<>();
        Optional<Cluster> cluster = account.cluster(life);
        ending.put("clusters", cluster.isPresent() ? 1 : 0);
        cluster.ifPresent(found -> {
            ending.put("tags", AwsAccount.comparable(found.tags(), life));
            ending.put("settings", found.settings().toString());
            ending.put(
                    "recorded",
                    found.clusterArn()
                            .equals(world.environments()
                                    .find(life)
                                    .orElseThrow()
                                    .getStatus()
                                    .clusterArn()));
        });
        return ending;
    }

    private Map<String, Object> service(String life) {
        String name = namespace + "_" + life;
        Map<String, Object> ending = new TreeMap<>();
        List<String> revisions = account.revisions(name);
        ending.put("revisions", revisions.size());
        ending.put("retention", account.retention("/lives/" + life).orElse(0));
        Optional<Service> service = account.service(HOME, name);
        ending.put("services", service.isPresent() ? 1 : 0);
        ending.put(
                "servicesEver",
                world.aws().dump().findValuesAsText("arn").stream()
                        .filter(arn -> arn.endsWith(":service/" + HOME + "/" + name))
                        .count());
        service.ifPresent(found -> {
            FargateService resource = world.service(namespace, life).orElseThrow();
            DescribeTaskDefinitionResponse runs = account.revision(found.taskDefinition());
            ending.put("tags", AwsAccount.comparable(found.tags(), life));
            ending.put("desired", found.desiredCount());
            ending.put("deployments", found.deployments().size());
            ending.put(
                    "image",
                    runs.taskDefinition().containerDefinitions().getFirst().image());
            ending.put("revisionTags", AwsAccount.comparable(runs.tags(), life).keySet());
            ending.put("team", AwsAccount.comparable(runs.tags(), life).get("team"));
            ending.put(
                    "recorded",
                    found.serviceArn().equals(resource.getStatus().serviceArn())
                            && found.taskDefinition()
                                    .equals(resource.getStatus()
                                            .taskDefinition()
                                            .arn())
                            && revisions.equals(
                                    resource.getStatus().taskDefinition().revisions()));
        });
        return ending;
    }

    private static int count(Stage stage) {
        return stage.reaches(Stage.COUNT_EDIT) ? 2 : 1;
    }

    private String service(Stage stage, String life) {
        return """
                apiVersion: fargate.dev/v1alpha1
                kind: FargateService
                metadata: {namespace: %s, name: %s}
                spec:
                  environment: %s
                  desiredCount: %d
                  revisionHistoryLimit: 0
                  tags: %s
                  task:
                    containers:
                      - {name: app, image: "nginx:%s"}
                """.formatted(
                        namespace,
                        life,
                        HOME,
                        count(stage),
                        stage.reaches(Stage.TAGS_EDIT) ? "{team: b, new: x}" : "{team: a, old: x}",
                        stage.reaches(Stage.IMAGE_EDIT) ? "2" : "1");
    }

    private static String environment(Stage stage, String name) {
        return """
                apiVersion: fargate.dev/v1alpha1
                kind: FargateEnvironment
                metadata: {name: %1$s}
                spec:
                  region: eu-west-1
                  cluster: {name: %1$s, containerInsights: %2$s}
                  network:
                    subnets: ["${SUBNET_A}", "${SUBNET_B}"]
                    securityGroups: ["${SECURITY_GROUP}"]
                  tags: %3$s
                  defaults:
                    cpu: 256
                    memory: 512
                    executionRoleArn: ${EXECUTION_ROLE_ARN}
                    logs: {group: "/lives/{name}", retentionInDays: 7}
                  access:
                    namespaceSelector:
                      matchLabels: {tests: "yes"}
                """.formatted(
                        name,
                        stage.reaches(Stage.ENVIRONMENT_EDIT) ? "enabled" : "disabled",
                        stage.reaches(Stage.ENVIRONMENT_EDIT) ? "{cost: b}" : "{}");
    }
}
