package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateService;
import dev.fargate.engine.Conditions;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.model.Service;

/** What belongs to others, what is not allowed, and how it heals when the one whose it is says so. */
class BoundariesIT {
    private static final String ENVIRONMENT = "bounds";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final Ecs ecs = world.ecs();

    @Test
    @Tag("promise-4")
    void aForeignServiceOfTheSameNameIsLeftAloneAlsoByADeletion() {
        String ns = world.namespace("foreign");
        ecs.registerElsewhere("theirs");
        ecs.elsewhere(
                "CreateService", """
                {"cluster": "%s", "serviceName": "foreign_web", "taskDefinition": "theirs", "desiredCount": 1,
                 "launchType": "FARGATE", "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["%s"]}}}""".formatted(ENVIRONMENT, world.account().get("SUBNET_A")));
        world.until(
                "their service to run",
                () -> theirs().deployments().getFirst().rolloutStateAsString().equals("COMPLETED"));
        Service before = theirs();

        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:1"));
        FargateService refused = world.awaitReason(ns, "web", "NotOurs");
        ecs.awaitLooks(2, "foreign_web");
        world.delete(ns, "web");
        world.awaitGone(ns, "web");

        assertThat(Conditions.isTrue(refused.getStatus().conditions(), Conditions.STALLED))
                .isTrue();
        assertThat(theirs()).isEqualTo(before);
        assertThat(ecs.requests("UpdateService", "foreign_web")).isEmpty();
        assertThat(ecs.requests("DeleteService", "foreign_web")).isEmpty();
        assertThat(ecs.requests("TagResource", "foreign_web")).isEmpty();
        assertThat(ecs.revisions("theirs")).containsExactly(1);
        assertThat(ecs.revisions("foreign_web")).isEmpty();
    }

    @Test
    void aMissingEnvironmentIsNamedAndItsCreationHeals() {
        String ns = world.namespace("early");
        world.apply(Manifests.service(ns, "web", "later", "nginx:1"));
        FargateService waiting = world.awaitReason(ns, "web", "EnvironmentNotFound");
        assertThat(message(waiting)).contains("FargateEnvironment later");

        world.apply(Manifests.environment("later"));

        world.awaitReady(ns, "web");
        assertThat(ecs.requests("CreateService", "early_web")).hasSize(1);
    }

    @Test
    void aNamespaceThatIsNotAdmittedHealsWhenItIsLabelled() {
        world.kubernetes()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName("outside")
                        .endMetadata()
                        .build())
                .create();
        world.apply(Manifests.service("outside", "web", ENVIRONMENT, "nginx:1"));
        FargateService refused = world.awaitReason("outside", "web", "NamespaceNotAllowed");
        assertThat(message(refused)).contains("bounds", "outside", "namespaceSelector");
        assertThat(ecs.requests("RegisterTaskDefinition", "outside_web")).isEmpty();

        world.kubectl().run("label", "namespace", "outside", "tests=yes");

        world.awaitReady("outside", "web");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            roles             | ${TASK_ROLE_ARN}    | spec.task.taskRoleArn                    | "    taskRoleArn: ${TASK_ROLE_ARN}"
            targetGroups      | ${TARGET_GROUP_ARN} | spec.loadBalancers.targetGroupArn        | "  loadBalancers: [{targetGroupArn: '${TARGET_GROUP_ARN}', containerName: app, containerPort: 8080}]"
            serviceRegistries | ${REGISTRY_ARN}     | spec.serviceRegistries.registryArn       | "  serviceRegistries: [{registryArn: '${REGISTRY_ARN}'}]"
            secrets           | ${SECRET_ARN}*      | spec.task.containers[app].secrets[TOKEN] | "        secrets: [{name: TOKEN, valueFrom: '${SECRET_ARN}'}]"
            fileSystems       | ${FILE_SYSTEM_ID}   | spec.task.volumes[files]                 | "    volumes: [{name: files, efsVolumeConfiguration: {fileSystemId: '${FILE_SYSTEM_ID}'}}]"
            environmentFiles  | arn:aws:s3:::config/* | spec.task.containers[app].environmentFiles | "        environmentFiles: [{value: 'arn:aws:s3:::config/web.env'}]"
            logGroups         | /teams/*            | spec.task.containers[app].logConfiguration.options[awslogs-group] | "        logConfiguration: {logDriver: awslogs, options: {awslogs-group: /teams/web, awslogs-region: eu-west-1, awslogs-stream-prefix: web}}"
            subnets           | ${SUBNET_B}         | spec.network.subnets                     | "  network: {subnets: ['${SUBNET_B}']}"
            securityGroups    | ${SECURITY_GROUP}   | spec.network.securityGroups              | "  network: {securityGroups: ['${SECURITY_GROUP}']}"
            """, quoteCharacter = '"')
    @Tag("promise-4")
    void whatTheEnvironmentDoesNotAllowIsNamedAndHealsWhenItDoes(
            String list, String pattern, String field, String manifestLine) {
        String ns = world.namespace("fenced-" + list.toLowerCase(Locale.ROOT));
        String allowed = Manifests.environment(ns)
                        .replace(", \"${SUBNET_B}\"", "")
                        .replace("    securityGroups: [\"${SECURITY_GROUP}\"]\n", "")
                + "    subnets: [\"${SUBNET_B}\"]\n    securityGroups: [\"${SECURITY_GROUP}\"]\n";
        world.apply(allowed.replace("%s: [\"%s\"]".formatted(list, pattern), "%s: []".formatted(list)));
        world.apply(Manifests.service(ns, "web", ns, "nginx:1") + manifestLine + "\n");

        FargateService refused = world.awaitReason(ns, "web", "NotAllowed");
        assertThat(message(refused)).contains(field, "access." + list);
        assertThat(ecs.requests("RegisterTaskDefinition", ns + "_web")).isEmpty();

        world.apply(allowed);

        world.awaitReady(ns, "web");
        assertThat(ecs.requests("CreateService", ns + "_web")).hasSize(1);
    }

    @Test
    void anEnvironmentInUseWaitsForItsLastWorkload() {
        world.apply(Manifests.environment("used"));
        String ns = world.namespace("using");
        world.apply(Manifests.service(ns, "one", "used", "nginx:1"));
        world.apply(Manifests.service(ns, "two", "used", "nginx:1"));
        world.awaitReady(ns, "one");
        world.awaitReady(ns, "two");

        world.environments().delete("used");
        world.until("the deletion to wait", () -> ready("used")
                .filter(condition -> condition.getReason().equals("InUse"))
                .isPresent());
        assertThat(ready("used").orElseThrow().getMessage()).contains("using/one", "using/two");
        world.delete(ns, "one");
        world.awaitGone(ns, "one");
        assertThat(world.environments().find("used")).isPresent();
        world.delete(ns, "two");
        world.awaitGone(ns, "two");

        world.environments().awaitGone("used");
        assertThat(ecs.requests("DeleteCluster", "used")).hasSize(1);
    }

    @Test
    @Tag("promise-4")
    void anotherAccountIsRefusedAndNothingIsDoneThere() {
        world.apply(Manifests.environment("pinned"));
        String ns = world.namespace("pinned");
        world.apply(Manifests.service(ns, "web", "pinned", "nginx:1"));
        world.awaitReady(ns, "web");

        world.apply(Manifests.environment("pinned")
                .replace("  cluster:", "  assumeRole: {roleArn: 'arn:aws:iam::210987654321:role/other'}\n  cluster:"));
        world.until("the other account to be noticed", () -> ready("pinned")
                .filter(condition -> condition.getReason().equals("AccountChanged"))
                .isPresent());
        assertThat(ready("pinned").orElseThrow().getMessage()).contains("210987654321", "123456789012");
        assertThat(world.aws().calls())
                .filteredOn(call -> "210987654321".equals(call.accountId()))
                .allSatisfy(call -> assertThat(call.operation()).matches("(Describe|Get|List).*"));

        world.apply(Manifests.environment("pinned"));
        world.environments().awaitReady("pinned");
        world.awaitReady(ns, "web");
    }

    private static Service theirs() {
        return ecs.service(ENVIRONMENT, "foreign_web");
    }

    private static Optional<Condition> ready(String environment) {
        return world.environments()
                .find(environment)
                .filter(found -> found.getStatus() != null)
                .flatMap(found -> Conditions.find(found.getStatus().conditions(), Conditions.READY));
    }

    private static String message(FargateService service) {
        return World.ready(service).orElseThrow().getMessage();
    }
}
