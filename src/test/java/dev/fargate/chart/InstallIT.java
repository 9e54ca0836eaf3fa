package dev.fargate.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.When;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.Kubectl;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.Program;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The chart in a cluster, from install to uninstall, with both Helms. */
class InstallIT {
    private static final Pattern METRIC = Pattern.compile("(?m)^([a-z_]+)[{ ]");
    private static final String OLD_WORDS = "Where workloads ran in the version before.";

    private static World world;
    private static Ecs ecs;

    @BeforeAll
    static void start() {
        world = World.start();
        // The chart brings them.
        world.kubernetes()
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .withTimeout(30, TimeUnit.SECONDS)
                .delete();
        ecs = world.ecs();
        world.namespace(Helm.NAMESPACE);
        world.kubectl().run("label", "namespace", Helm.NAMESPACE, "pod-security.kubernetes.io/enforce=restricted");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void anUpgradeRollsNothingAndAnUninstallLeavesWorkloads() {
        String ns = world.namespace("shop");
        try (Release release = Release.installed(world, Helm.three(), previous())) {
            world.apply(Manifests.environment("live"));
            world.apply(Manifests.service(ns, "web", "live", "nginx:1"));
            world.awaitReady(ns, "web");
            assertThat(definition()).contains(OLD_WORDS);
            judge(pod(release.deployment().getSpec().getTemplate()));
            int writes = ecs.writes().size();

            String said = release.upgrade(
                    Helm.four(), Chart.DIRECTORY, "--values=" + Chart.file("examples/own-profile.yaml"));
            ecs.awaitLooks(2, ns + "_web");

            assertThat(said).contains("deployment/fargate-operator", "No published image exists yet");
            assertThat(release.deployment().getSpec().getReplicas()).isEqualTo(2);
            assertThat(definition()).doesNotContain(OLD_WORDS);
            assertThat(ecs.writes()).hasSize(writes);
            assertThat(release.operator().log()).doesNotContainIgnoringCase("forbidden");
        }
        assertThat(world.kubectl().run("get", "fp", "fargate-system", "-o", "name"))
                .contains("fargate-system");
        assertThat(World.isReady(world.service(ns, "web").orElseThrow())).isTrue();
        assertThat(ecs.service("live", "shop_web").runningCount()).isEqualTo(1);

        try (Release again = Release.installed(world, Helm.four(), Chart.DIRECTORY)) {
            world.apply(Manifests.service(ns, "web", "live", "nginx:2"));
            world.awaitReady(ns, "web");
            assertThat(again.operator().log()).doesNotContainIgnoringCase("forbidden");
        }
        assertThat(ecs.service("live", "shop_web").taskDefinition()).endsWith("shop_web:2");
    }

    @Test
    void itsTestAsksForThePlanOfAServiceAndMakesNothing() {
        try (Release _ = Release.installed(world, Helm.three(), Chart.DIRECTORY)) {
            world.apply(Manifests.environment("tested"));
            world.environments().awaitReady("tested");
            int writes = ecs.writes().size();
            Hook hook = Hook.of(
                    Helm.three().rendered("--set=test.environment=tested", "--show-only=templates/tests/plan.yaml"));
            hook.rights().forEach(right -> world.apply(right.toString()));
            Kubectl asTheHook = world.kubectlAs(Helm.NAMESPACE, hook.name());
            Path mounted = saved(hook.manifest());

            for (List<String> command : hook.commands()) {
                asTheHook.run(command.stream()
                        .map(argument -> argument.equals("/test/service.yaml") ? mounted.toString() : argument)
                        .toArray(String[]::new));
            }

            assertThat(world.service(Helm.NAMESPACE, hook.name())).isEmpty();
            assertThat(ecs.writes()).hasSize(writes);
            judge(Serialization.unmarshal(hook.pod().toString(), Pod.class));
        }
    }

    @Test
    void theDashboardAndTheAlertsAskForWhatThereIs() {
        String ns = world.namespace("measured");
        try (Release release = Release.installed(world, Helm.four(), Chart.DIRECTORY)) {
            world.apply(Manifests.environment("measured") + "  eventFeed: {enabled: true}\n");
            world.apply(Manifests.service(ns, "web", "measured", "nginx:1"));
            world.apply(Manifests.run(ns, "measured", "app:exit-0", ""));
            world.awaitReady(ns, "web");

            // What services cost is counted every 30 s.
            world.until("all metrics", () -> told(release).containsAll(Queries.metrics()));
            assumeTrue(Program.isOnPath("prometheus"), "there is no prometheus on PATH");
            // Each way in which AWS can fail, once, so that there is something to tell of it.
            world.aws().add(Fault.nth(1, "sqs", "ReceiveMessage", new Effect.Throttle(null)));
            world.aws().add(Fault.nth(2, "sqs", "ReceiveMessage", new Effect.Drop(When.BEFORE)));
            world.aws().add(Fault.nth(3, "sqs", "ReceiveMessage", new Effect.Deny()));
            try (Prometheus prometheus = Prometheus.reading(release.operator().endpoint())) {
                for (String query : Queries.answered()) {
                    world.until("an answer to " + query, () -> prometheus.answers(query));
                }
            } finally {
                world.aws().clearFaults();
            }
        }
    }

    @Test
    void itsLogIsJsonIfAskedForAndSaysMoreWithoutARestart() {
        String ns = world.namespace("logged");
        try (Release release =
                Release.installed(world, Helm.four(), Chart.DIRECTORY, "--set=settings.logFormat=json")) {
            world.apply(Manifests.environment("logged"));
            world.kubectl()
                    .run(
                            "patch",
                            "configmap",
                            "-n",
                            Helm.NAMESPACE,
                            "fargate-operator-log",
                            "--type=merge",
                            "-p",
                            "{\"data\":{\"log-level\":\"DEBUG\"}}");
            Deployed.mount(world);
            world.until("level DEBUG", () -> release.operator().log().contains("Log level DEBUG"));
            world.apply(Manifests.service(ns, "web", "logged", "nginx:1"));
            world.awaitReady(ns, "web");

            assertThat(release.operator().log().lines().filter(line -> line.contains("\"CreateService\"")))
                    .singleElement()
                    .asString()
                    .contains("\"level\":\"DEBUG\"", "\"name\":\"web\"", "\"environment\":\"logged\"")
                    .containsPattern("\"awsRequestId\":\"[^\"]+\"");
        }
    }

    @Test
    void forListedNamespacesTheOthersAreLeftAlone() {
        String ours = world.namespace("ours");
        String theirs = world.namespace("theirs");
        try (Release release = Release.installed(world, Helm.four(), Chart.DIRECTORY, "--set=namespaces={ours}")) {
            world.apply(Manifests.environment("shared"));
            world.apply(Manifests.service(theirs, "web", "shared", "nginx:1"));
            world.apply(Manifests.service(ours, "web", "shared", "nginx:1"));
            world.awaitReady(ours, "web");
            ecs.awaitLooks(2, "ours_web");

            assertThat(world.service(theirs, "web").orElseThrow().getStatus()).isNull();
            world.environments().delete("shared");
            assertThat(world.environments()
                            .awaitReason("shared", "InUse")
                            .getStatus()
                            .conditions())
                    .allSatisfy(condition -> assertThat(condition.getMessage()).doesNotContain(theirs));
            world.delete(ours, "web");
            world.environments().awaitGone("shared");
            assertThat(release.operator().log()).doesNotContainIgnoringCase("forbidden");
        }
    }

    private static Set<String> told(Release release) {
        return METRIC.matcher(release.operator().metrics())
                .results()
                .map(metric -> metric.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Pod pod(PodTemplateSpec template) {
        return new PodBuilder()
                .withNewMetadataLike(template.getMetadata())
                .withName("operator")
                .withNamespace(Helm.NAMESPACE)
                .endMetadata()
                .withSpec(template.getSpec())
                .build();
    }

    /** The API server takes it, in a namespace that takes nothing but what is `restricted`. */
    private static void judge(Pod pod) {
        world.kubernetes().resource(pod).inNamespace(Helm.NAMESPACE).dryRun().create();
    }

    private static String definition() {
        return world.kubectl().run("get", "crd", "fargateenvironments.fargate.dev", "-o", "yaml");
    }

    /** The chart as a version before may have been: with another text in a definition. */
    private static Path previous() {
        Path copy = Path.of("target", "it-helm", "previous");
        try (Stream<Path> files = Files.walk(Chart.DIRECTORY)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(Chart.DIRECTORY.relativize(file));
                Files.createDirectories(target.getParent());
                Files.writeString(
                        target,
                        Files.readString(file)
                                .replace("\nversion: 0.1.0", "\nversion: 0.0.9")
                                .replaceAll(
                                        "description: \"Where workloads run: [^\"]*\"", "description: " + OLD_WORDS));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path saved(String text) {
        try {
            return Files.writeString(Files.createTempFile(Path.of("target", "it-logs"), "manifest", ".yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
