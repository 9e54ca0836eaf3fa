package dev.fargate.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.fargate.api.FargateService;
import dev.fargate.simulator.journal.CallRecord;
import dev.fargate.testing.Balancers;
import dev.fargate.testing.EndpointSets;
import dev.fargate.testing.FargateSchedules;
import dev.fargate.testing.Profiles;
import dev.fargate.testing.Runs;
import dev.fargate.testing.TaskDefinitions;
import dev.fargate.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each field of a manifest in the request that carries it to AWS, as AWS received it. */
class RoundTripIT {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String NAMESPACE = "trip";

    /** The requests that each manifest brought about. */
    private static final Map<String, Received> RECEIVED = new HashMap<>();

    private static World world;

    @BeforeAll
    static void travel() {
        world = World.start();
        world.namespace(NAMESPACE);
        world.operator("--cluster-id=test-cluster");
        travel("environment", () -> world.environments().awaitReady("everything"));
        travel("everything", () -> world.awaitReady(NAMESPACE, "everything"));
        travel("plain", () -> world.awaitReady(NAMESPACE, "plain"));
        travel("edited", () -> world.awaitReady(NAMESPACE, "everything"));
        travel("definition", () -> new TaskDefinitions(world).awaitReady(NAMESPACE, "definition"));
        travel("run", () -> new Runs(world).awaitStarted(NAMESPACE, "run"));
        travel("run-of-revision", () -> new Runs(world).awaitStarted(NAMESPACE, "run-of-revision"));
        travel("schedule", () -> new FargateSchedules(world).awaitReason(NAMESPACE, "schedule", "Suspended"));
        travel("schedule-of-revision", () -> new FargateSchedules(world)
                .await(NAMESPACE, "schedule-of-revision", "started", schedule -> new FargateSchedules(world)
                        .runs(NAMESPACE).stream()
                                .filter(run -> "schedule-of-revision"
                                        .equals(run.getSpec().fromSchedule()))
                                .anyMatch(run -> run.getStatus() != null
                                        && run.getStatus().launches().stream().anyMatch(launch -> !launch.tasks()
                                                .isEmpty()))));
        travel("named", () -> world.awaitReady(NAMESPACE, "named"));
        travel("endpoints", () -> new EndpointSets(world).awaitReady("endpoints"));
        travel("balancer", () -> new Balancers(world).awaitReady(NAMESPACE, "balancer"));
        travel("routed", () -> world.awaitReady(NAMESPACE, "routed"));
        travel("profile", () -> new Profiles(world).awaitReady("profile"));
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "endpoints",
                "environment",
                "everything",
                "plain",
                "edited",
                "definition",
                "run",
                "run-of-revision",
                "schedule",
                "schedule-of-revision",
                "named",
                "balancer",
                "routed",
                "profile"
            })
    void aManifestBringsAboutTheseRequests(String manifest) throws IOException {
        String received = readable(RECEIVED.get(manifest).asJson());
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(Trip.DIRECTORY.resolve(manifest + ".json"), received);
        }

        assertThat(received).isEqualTo(Trip.read(manifest + ".json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FargateEndpoints",
                "FargateEnvironment",
                "FargateLoadBalancer",
                "FargateProfile",
                "FargateSchedule",
                "FargateService",
                "FargateTask",
                "FargateTaskDefinition"
            })
    void everyFieldArrives(String kind) throws IOException {
        for (Trip trip : Trip.of(kind)) {
            if (!trip.isShownElsewhere()) {
                String manifest = kind.equals("FargateEnvironment") ? "environment" : trip.manifest();
                List<String> sent =
                        Paths.values(YAML.readTree(world.account().filled(Trip.manifest(manifest))), trip.field())
                                .stream()
                                .map(trip::inRequest)
                                .toList();
                List<JsonNode> requests = RECEIVED.get(trip.manifest()).requests(trip.operation());
                assertThat(requests.stream().flatMap(request -> Paths.values(request, trip.path()).stream()))
                        .as("%s in %s", trip.field(), trip.operation())
                        .containsAll(sent);
            }
        }
    }

    @Test
    void anExpressionKeepsOtherNamespacesOut() {
        world.namespace("elsewhere");
        world.apply(Trip.manifest("plain").replace("namespace: trip", "namespace: elsewhere"));

        FargateService refused = world.awaitReason("elsewhere", "plain", "NamespaceNotAllowed");
        assertThat(World.ready(refused).orElseThrow().getMessage()).contains("elsewhere");
    }

    @Test
    void nothingThatWasSentIsAgainstTheModel() {
        assertThat(world.aws().violations()).isEmpty();
    }

    private static void travel(String manifest, Runnable arrival) {
        world.aws().resetCounts();
        world.apply(Trip.manifest(manifest));
        arrival.run();
        RECEIVED.put(manifest, new Received(writes()));
    }

    private static List<CallRecord> writes() {
        return world.aws().calls().stream()
                .filter(call -> !call.operation().matches("(Describe|Get|List).*"))
                .map(call -> world.aws().requests(call.service(), call.operation()).stream()
                        .filter(same -> same.number() == call.number())
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** Ids of this account and hashes by name, so that the files are the same each time. */
    private static String readable(String json) {
        String text = json;
        for (Map.Entry<String, String> variable : world.account().variables().entrySet()) {
            if (!variable.getKey().startsWith("AWS_")) {
                text = text.replace(variable.getValue(), "${" + variable.getKey() + "}");
            }
        }
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "(uid)")
                .replaceAll("v1-[0-9a-f]{32}", "(content hash)")
                .replaceAll("(\"ClientToken\" : )\"[^\"]+\"", "$1\"(token)\"")
                .replaceAll("(\"client(?:Request)?Token\" : )\"[^\"]+\"", "$1\"(token)\"")
                .replaceAll("fargate/[0-9a-v]{20,26}/", "fargate/(token)/")
                .replaceAll("(loadbalancer/app/trip)/[0-9a-f]{16}", "$1/(id)")
                .replaceAll("(listener/app/trip)/[0-9a-f]{16}/[0-9a-f]{16}", "$1/(ids)")
                .replaceAll("targetgroup/f-[0-9a-v]{26}/[0-9a-f]{16}", "targetgroup/(hash)/(id)")
                .replaceAll("\"f-[0-9a-v]{26}\"", "\"(hash)\"")
                .replaceAll("\"sg-[0-9a-f]{17}\"", "\"(group that is made)\"")
                // Ids come in their own order, which is another one in each account.
                .replaceAll("(\"Subnets\\.member\\.\\d\" : )\"[^\"]+\"", "$1\"(subnet)\"")
                .replaceAll("(schedule-of-revision)-\\d{8,}", "$1-(minute)")
                .replaceAll("(\"RoleSessionName\" : )\"[^\"]+\"", "$1\"(session)\"");
    }
}
