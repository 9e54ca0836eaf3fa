package dev.fargate.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.wire.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Measures the operator and prints one table; or, if what it measured is not what it should be, says so and prints none. */
@CommandLine.Command(
        name = "operator/bench",
        description = "Measures the operator on a real API server and a simulated AWS.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class Bench implements Callable<Integer> {
    @Option(names = "--workloads", defaultValue = "100", description = "How many FargateServices.")
    private int workloads;

    @Option(names = "--runs", defaultValue = "500", description = "How many tasks the phase runs starts at once.")
    private int runs;

    @Option(
            names = "--schedules",
            defaultValue = "100",
            description = "How many are due at once in the phase schedules.")
    private int schedules;

    @Option(
            names = "--foundations",
            defaultValue = "20",
            description = "How many endpoints, load balancers and profiles each the phase foundations makes at once.")
    private int foundations;

    @Option(
            names = "--limits",
            defaultValue = "none",
            description = "aws: ECS's request buckets and Fargate's launch limits; none: no limits.")
    private Limits limits;

    @Option(
            names = "--rollout",
            converter = Rollout.class,
            description =
                    "How long a rollout takes at AWS, such as 60s, or none. Default: 60s with limits, 5s without.")
    private Duration rollout;

    @Option(names = "--feed", description = "With an event feed: changes in AWS come by messages.")
    private boolean feed;

    @Option(
            names = "--phases",
            split = ",",
            defaultValue = "rest,outside,restart,edits,image,delete",
            description = "What follows on the creation: ${COMPLETION-CANDIDATES}.")
    private List<Phase> phases;

    @Option(names = "--json", description = "A file for the same figures as JSON.")
    private Path json;

    @Option(names = "--aot-cache", required = true, hidden = true)
    private Path aotCache;

    /** Runs from the project's directory. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        AotTraining.ifNeeded(aotCache);
        boolean limited = limits == Limits.AWS;
        Duration time = rollout == null ? Duration.ofSeconds(limited ? 60 : 5) : rollout;
        Setup setup = new Setup(workloads, runs, schedules, foundations, limited, time, feed);
        Results results = new Results();
        try (Ground ground = Ground.prepare(setup);
                Fleet fleet = new Fleet(ground.kubernetes(), workloads);
                Operators operators = new Operators(ground, aotCache)) {
            run(new Stage(setup, ground, fleet, operators, results));
        }
        if (!results.broken().isEmpty()) {
            System.err.println("No table, because the figures would mean nothing:");
            results.broken().forEach(broken -> System.err.println("  " + broken));
            return 1;
        }
        System.out.println(results.table(title(setup)));
        if (json != null) {
            Files.write(json, Json.bytes(results.json(described(setup))));
        }
        return 0;
    }

    private void run(Stage stage) throws InterruptedException {
        Creation creation = new Creation(stage);
        Rest rest = new Rest(stage);
        Changes changes = new Changes(stage);
        Outside outside = new Outside(stage);
        Runs atOnce = new Runs(stage);
        Recurring recurring = new Recurring(stage);
        Foundations foundation = new Foundations(stage);
        creation.start();
        creation.create();
        for (Phase phase : EnumSet.copyOf(phases)) {
            switch (phase) {
                case REST -> rest.rest();
                case RESTART -> rest.restart();
                case OUTSIDE -> outside.changes();
                case EDITS -> changes.edits();
                case IMAGE -> changes.changeImages();
                case DELETE -> changes.delete();
                case RUNS -> atOnce.all();
                case SCHEDULES -> recurring.all();
                case FOUNDATIONS -> foundation.all();
            }
        }
        rest.end();
    }

    private static String title(Setup setup) {
        return "%,d workloads, %s, %s, rollouts of %d s looked at after %s, %d processors"
                .formatted(
                        setup.workloads(),
                        setup.awsLimits() ? "AWS's request buckets" : "no request limits",
                        setup.feed() ? "event feed" : "no event feed",
                        setup.rollout().toSeconds(),
                        setup.polls().stream()
                                .map(poll -> poll.toSeconds() + " s")
                                .toList(),
                        Runtime.getRuntime().availableProcessors());
    }

    private static ObjectNode described(Setup setup) {
        return Json.object()
                .put("workloads", setup.workloads())
                .put("tasks_of_runs", setup.runs())
                .put("schedules", setup.schedules())
                .put("foundations", setup.foundations())
                .put("request_limits", setup.awsLimits() ? "aws" : "none")
                .put("event_feed", setup.feed())
                .put("rollout_seconds", setup.rollout().toSeconds())
                .put("rollout_polls", setup.polls().toString())
                .put("processors", Runtime.getRuntime().availableProcessors());
    }

    private enum Limits {
        AWS,
        NONE
    }

    /**
     * In the order in which they are measured. Changes from outside come before the restart: the long poll of an operator that was
     * killed takes messages along for a while.
     */
    private enum Phase {
        REST,
        OUTSIDE,
        RESTART,
        EDITS,
        IMAGE,
        DELETE,
        RUNS,
        SCHEDULES,
        FOUNDATIONS
    }

    private static final class Rollout implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return text.equals("none") ? Duration.ZERO : Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        }
    }
}
