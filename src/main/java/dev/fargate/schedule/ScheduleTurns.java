package dev.fargate.schedule;

import dev.fargate.api.Api;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateScheduleStatus;
import dev.fargate.api.FargateScheduleStatus.EndedRun;
import dev.fargate.api.FargateScheduleStatus.MissedRun;
import dev.fargate.aws.AwsException;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.turn.AwsProblems;
import dev.fargate.turn.Tries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** What a turn of a schedule leaves behind: a status, when to come back, and Events. */
record ScheduleTurns(Tries tries, InstantSource time) {
    private static final int MOST = 5;

    ScheduleReport report(FargateSchedule resource) {
        return new ScheduleReport(resource, time.instant());
    }

    Turn<FargateScheduleStatus> settled(FargateSchedule resource, ScheduleApplier.Outcome outcome) {
        ScheduleMemory memory = outcome.memory();
        List<Notice> notices = ofSteps(outcome.done());
        ScheduleApplier.Halt halt = outcome.halt();
        if (halt.refused().isPresent()) {
            return refused(halt.refused().get(), resource, memory).telling(notices);
        }
        if (halt.problem().isPresent()) {
            return told(resource, halt.problem().get(), memory).telling(notices).again(tries.failed(holder(resource)));
        }
        tries.succeeded(holder(resource));
        if (halt.later().isPresent()) {
            return Turn.report(
                            report(resource)
                                    .waiting(
                                            memory,
                                            "Throttled",
                                            "AWS's limit of requests is waited for; it goes on then."),
                            notices)
                    .again(Turn.until(halt.later().get(), time.instant()));
        }
        return Turn.report(report(resource).settled(memory), notices);
    }

    Turn<FargateScheduleStatus> refused(AwsException error, FargateSchedule resource, ScheduleMemory memory) {
        if (isOfFreshRole(error, memory)) {
            // A role is not known everywhere at once: IAM is eventually consistent.
            return Turn.<FargateScheduleStatus>report(
                            report(resource)
                                    .waiting(
                                            memory,
                                            "RoleSettling",
                                            "The new role is not known to EventBridge Scheduler yet."),
                            List.of())
                    .again(tries.failed(holder(resource)));
        }
        return tries.refused(
                holder(resource),
                error,
                AwsProblems.of(error, "schedule " + Api.qualified(resource)),
                !memory.equals(ScheduleMemory.of(resource.getStatus())),
                problem -> report(resource).problem(problem, memory));
    }

    private static boolean isOfFreshRole(AwsException error, ScheduleMemory memory) {
        return memory.kept().roleArn().isPresent()
                && String.valueOf(error.getMessage()).contains("assume the role");
    }

    Turn<FargateScheduleStatus> told(FargateSchedule resource, Problem problem, ScheduleMemory memory) {
        return Turn.told(report(resource).problem(problem, memory), problem).again(tries.stalled());
    }

    static List<Notice> ofEnds(List<EndedRun> ended) {
        return ended.stream().limit(MOST).map(ScheduleTurns::ofEnd).toList();
    }

    private static Notice ofEnd(EndedRun run) {
        String what = "Run %s".formatted(run.name() == null ? run.taskArn() : run.name());
        return switch (run.outcome()) {
            case Succeeded -> Notice.normal("RunSucceeded", what + " succeeded.");
            case Failed -> Notice.warning("RunFailed", "%s failed: %s".formatted(what, run.meaning()));
            case Unknown -> Notice.warning("RunUnknown", "%s: %s".formatted(what, run.meaning()));
        };
    }

    static Notice ofMissed(MissedRun missed) {
        return Notice.warning(
                "RunMissed", "The run of %s was not started: %s".formatted(missed.time(), missed.message()));
    }

    private static List<Notice> ofSteps(List<ScheduleStep> done) {
        return done.stream().flatMap(ScheduleTurns::ofStep).limit(MOST).toList();
    }

    private static Stream<Notice> ofStep(ScheduleStep step) {
        String change = step.change().toString();
        return switch (step) {
            case ScheduleStep.Register register -> Stream.of(Notice.normal("RevisionRegistered", change));
            case ScheduleStep.Deregister deregister -> Stream.of(Notice.normal("RevisionDeregistered", change));
            case ScheduleStep.Put put ->
                Stream.of(Notice.normal(put.live().isEmpty() ? "ScheduleCreated" : "ScheduleUpdated", change));
            case ScheduleStep.Remove remove -> Stream.of(Notice.normal("ScheduleDeleted", change));
            case ScheduleStep.MakeRole role -> Stream.of(Notice.normal("RoleCreated", change));
            case ScheduleStep.RemoveRole role -> Stream.of(Notice.normal("RoleDeleted", change));
            case ScheduleStep.Start start -> Stream.of(Notice.normal("RunStarted", change));
            case ScheduleStep.Drop drop ->
                drop.active() ? Stream.of(Notice.normal("RunReplaced", change)) : Stream.of();
            case ScheduleStep.MakeGroup group -> Stream.of();
            case ScheduleStep.RemoveGroup group -> Stream.of();
            case ScheduleStep.PutPolicy policy -> Stream.of();
        };
    }

    Duration until(Instant at) {
        return Turn.until(at, time.instant());
    }

    /** Apart from a service of the same name. */
    static String holder(FargateSchedule resource) {
        return "FargateSchedule/" + Api.qualified(resource);
    }
}
