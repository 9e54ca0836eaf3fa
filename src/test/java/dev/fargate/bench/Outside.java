package dev.fargate.bench;

import dev.fargate.simulator.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody else does in AWS, and how long it takes until the status tells of it. */
final class Outside {
    private static final int CHANGES = 20;
    private static final String REGION = "eu-west-1";
    private static final double SECONDS_WITH_FEED = 3;

    private final Stage stage;
    private final Results results;
    private final Setup setup;
    private final Fleet fleet;

    Outside(Stage stage) {
        this.stage = stage;
        this.results = stage.results();
        this.setup = stage.setup();
        this.fleet = stage.fleet();
    }

    /** Somebody starts deployments by hand, all at about the same time. */
    void changes() {
        List<String> changed =
                fleet.names().subList(0, Math.min(CHANGES, fleet.names().size()));
        Progress.say(changed.size() + " deployments that somebody else starts in AWS");
        Stage.Mark mark = stage.mark();
        Map<String, Start> starts = new LinkedHashMap<>();
        for (String name : changed) {
            String before = fleet.rollout(name).id();
            deploy(name);
            starts.put(name, new Start(before, System.nanoTime()));
        }
        Progress.await("all of them to be told", setup, () -> starts.entrySet().stream()
                .noneMatch(start -> fleet.rollout(start.getKey())
                        .id()
                        .equals(start.getValue().before())));
        List<Double> seconds = new ArrayList<>();
        starts.forEach(
                (name, start) -> seconds.add(Math.max(0, (fleet.rollout(name).nanoTime() - start.nanoTime()) / 1e9)));
        seconds.sort(null);
        double slowest = seconds.getLast();
        results.add("change_in_aws_to_status_p50_seconds", seconds.get(seconds.size() / 2));
        if (setup.feed()) {
            results.add("change_in_aws_to_status_p99_seconds", slowest, SECONDS_WITH_FEED);
        } else {
            results.add("change_in_aws_to_status_p99_seconds", slowest);
        }
        stage.awaitReady();
        stage.settle();
        AwsCalls calls = stage.ground().calls().since(mark.calls());
        results.add("change_in_aws_describe_services_calls", calls.of("DescribeServices"));
    }

    private void deploy(String name) {
        stage.ground()
                .aws()
                .ecs(Json.object()
                        .put("command", "call")
                        .put("region", REGION)
                        .put("operation", "UpdateService")
                        .set(
                                "body",
                                Json.object()
                                        .put("cluster", Fleet.ENVIRONMENT)
                                        .put("service", Ground.NAMESPACE + "_" + name)
                                        .put("forceNewDeployment", true)));
    }

    /** A deployment that somebody starts, and the one before it. */
    private record Start(String before, long nanoTime) {}
}
