package dev.fargate.task;

import dev.fargate.api.Api;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
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

/** What a turn of a run leaves behind: a status, when to come back, and Events. */
record RunTurns(Tries tries, InstantSource time) {

    RunReport report(FargateTask resource) {
        return RunReport.of(resource, time.instant());
    }

    Turn<FargateTaskStatus> finished(FargateTask resource, RunMemory memory) {
        tries.succeeded(holder(resource));
        Turn<FargateTaskStatus> turn =
                Turn.report(report(resource).progress(memory), List.of(RunNotices.ofFinish(memory)));
        Integer ttl = resource.getSpec().ttlSecondsAfterFinished();
        return ttl == null ? turn : turn.again(Duration.ofSeconds(ttl));
    }

    /** After a plan was carried out, as far as that went. */
    Turn<FargateTaskStatus> settled(FargateTask resource, RunMemory memory, RunApplier.Outcome outcome) {
        List<Notice> notices = RunNotices.ofSteps(outcome.done());
        Halt halt = outcome.halt();
        if (halt.refused().isPresent()) {
            return refused(halt.refused().get(), resource, memory).telling(notices);
        }
        if (halt.unplaced().isPresent()) {
            Problem problem = Placements.problem(halt.unplaced().get());
            return Turn.report(report(resource).problem(problem, memory), notices)
                    .telling(Notice.warning(problem.reason(), problem.message()))
                    .again(tries.failed(holder(resource)));
        }
        tries.succeeded(holder(resource));
        Turn<FargateTaskStatus> turn = Turn.report(report(resource).progress(memory), notices);
        // What was looked for decides what to do next.
        boolean found = outcome.done().stream().anyMatch(RunStep.Find.class::isInstance);
        return found
                ? turn.again(Duration.ZERO)
                : halt.later().map(at -> turn.again(until(at))).orElse(turn);
    }

    Turn<FargateTaskStatus> refused(AwsException error, FargateTask resource, RunMemory memory) {
        return tries.refused(
                holder(resource),
                error,
                AwsProblems.of(error, "run " + Api.qualified(resource)),
                !memory.equals(RunMemory.of(resource.getStatus())),
                problem -> report(resource).problem(problem, memory));
    }

    Turn<FargateTaskStatus> told(FargateTask resource, Problem problem, RunMemory memory) {
        return Turn.told(report(resource).problem(problem, memory), problem).again(tries.stalled());
    }

    /** While an environment passes through a change, what runs goes on and is told as before. */
    Turn<FargateTaskStatus> unresolved(FargateTask resource, RunMemory memory, Problem problem) {
        return !problem.stalled() && memory.launches().made() > 0
                ? Turn.<FargateTaskStatus>report(report(resource).progress(memory), List.of())
                        .again(tries.stalled())
                : told(resource, problem, memory);
    }

    Duration until(Instant at) {
        return Turn.until(at, time.instant());
    }

    /** Apart from a service of the same name. */
    static String holder(FargateTask resource) {
        return "FargateTask/" + Api.qualified(resource);
    }
}
