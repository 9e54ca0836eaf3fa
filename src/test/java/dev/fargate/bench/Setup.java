package dev.fargate.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is measured.
 *
 * @param runs how many tasks runs start at once
 * @param schedules how many are due at once
 * @param foundations how many endpoints, load balancers and profiles each are made at once
 * @param awsLimits whether the simulator keeps ECS's request buckets
 * @param rollout how long a rollout takes at the simulator
 * @param feed whether the environment has an event feed
 */
record Setup(
        int workloads, int runs, int schedules, int foundations, boolean awsLimits, Duration rollout, boolean feed) {
    static final Duration SWEEP = Duration.ofSeconds(60);

    /** The operator's own default, made for rollouts of a minute. */
    private static final List<Duration> POLLS =
            Stream.of(15, 45, 90, 180).map(Duration::ofSeconds).toList();

    /** A rollout shorter than this is looked at earlier than by default, or waiting for the look would be all that is measured. */
    private static final Duration SHORT = Duration.ofSeconds(15);

    private static final double SLACK = 1.1;
    private static final double SECONDS_WITHOUT_LIMITS = 0.045;
    private static final int THOUSAND = 1000;
    private static final double REGISTER_BURST = 20;
    private static final double REGISTERS_PER_SECOND = 1;
    private static final double SERVICE_BURST = 50;
    private static final double SERVICES_PER_SECOND = 5;
    private static final double LAUNCH_BURST = 100;
    private static final double LAUNCHES_PER_SECOND = 20;
    private static final double RUN_TASK_BURST = 20;
    private static final double RUN_TASKS_PER_SECOND = 20;

    List<String> simulatorOptions() {
        return List.of(
                "--limits",
                awsLimits ? "aws" : "none",
                "--rollout",
                rollout.toMillis() + "ms",
                "--keep-requests",
                "off");
    }

    List<String> operatorOptions() {
        List<String> options = new ArrayList<>();
        if (!polls().equals(POLLS)) {
            options.add("--rollout-polls="
                    + polls().stream().map(at -> at.toMillis() + "ms").collect(Collectors.joining(",")));
        }
        if (!awsLimits) {
            options.add("--bucket-share=1000");
        }
        return options;
    }

    /** When a rollout is looked at. */
    List<Duration> polls() {
        return rollout.compareTo(SHORT) >= 0
                ? POLLS
                : Stream.of(1, 3, 6, 10).map(rollout::plusSeconds).toList();
    }

    /** From the first registration until the last of these many rollouts can be seen to be over, if the buckets are full and used to the last token. */
    double wallSeconds() {
        return bucketSeconds() + firstLookAfterRolloutSeconds();
    }

    double bucketSeconds() {
        return awsLimits
                ? Math.max(
                        0,
                        Math.max(
                                (workloads - REGISTER_BURST) / REGISTERS_PER_SECOND,
                                (workloads - SERVICE_BURST) / SERVICES_PER_SECOND))
                : 0;
    }

    /** Until Fargate has taken the last of these many tasks, and of as many calls as they take. */
    double launchWallSeconds(int tasks, int calls) {
        return awsLimits
                ? Math.max(
                        0,
                        Math.max(
                                (tasks - LAUNCH_BURST) / LAUNCHES_PER_SECOND,
                                (calls - RUN_TASK_BURST) / RUN_TASKS_PER_SECOND))
                : 0;
    }

    private double firstLookAfterRolloutSeconds() {
        if (feed) {
            return rollout.toMillis() / 1000.0;
        }
        return polls().stream()
                        .filter(poll -> poll.compareTo(rollout) >= 0)
                        .findFirst()
                        .orElse(polls().getLast())
                        .toMillis()
                / 1000.0;
    }

    /** Within a tenth of what the buckets allow; without buckets, 45 s for up to a thousand. */
    double readyTargetSeconds() {
        return awsLimits ? SLACK * wallSeconds() : SECONDS_WITHOUT_LIMITS * Math.max(workloads, THOUSAND);
    }

    Duration patience() {
        return Duration.ofSeconds(
                180 + (long) (4 * (bucketSeconds() + launchWallSeconds(runs, runs))) + (workloads + runs) / 2);
    }
}
