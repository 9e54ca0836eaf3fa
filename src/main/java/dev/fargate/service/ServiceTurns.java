package dev.fargate.service;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.aws.AwsException;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.turn.AwsProblems;
import dev.fargate.turn.Tries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Service;

/** How a turn tells what it came to: above all one that did not get on, and when the next one comes. */
record ServiceTurns(Tries tries, InstantSource time) {
    private static final Duration TIDYING = Duration.ofSeconds(10);

    Turn<FargateServiceStatus> problem(
            FargateService resource, Problem problem, Memory memory, Optional<Service> service) {
        return Turn.told(report(resource).problem(problem, memory, service, List.of()), problem)
                .again(tries.stalled());
    }

    /**
     * AWS refused a call, or gave no reply.
     *
     * @param pending the fields that could not be put
     */
    Turn<FargateServiceStatus> refused(
            AwsException error,
            FargateService resource,
            Memory memory,
            Optional<Service> service,
            List<Difference> pending) {
        String holder = ServiceRecipe.holder(resource);
        return tries.refused(
                holder,
                error,
                CapacityStrategies.explained(AwsProblems.of(error, "service " + holder)),
                !memory.equals(Memory.of(resource.getStatus())),
                problem -> report(resource).problem(problem, memory, service, pending));
    }

    /** When to try again what nobody waits for. */
    Duration tidying(AwsException error) {
        return AwsProblems.of(error, "").stalled() ? tries.stalled() : TIDYING;
    }

    /** A turn in which stopped tasks were to be read. Without that the service is well looked after, but nobody learns why they stop. */
    Turn<FargateServiceStatus> reading(StoppedTasks.Seen seen, String holder, Turn<FargateServiceStatus> turn) {
        Turn<FargateServiceStatus> told =
                seen.refused().map(error -> turn.telling(unread(error, holder))).orElse(turn);
        return seen.again()
                .map(at -> told.againWithin(Duration.between(now(), at)))
                .orElse(told);
    }

    private static Notice unread(AwsException error, String holder) {
        return Notice.warning(
                "StoppedTasksUnread",
                "Why tasks of service %s stopped is not known: AWS refused %s (%s): %s Allow ecs:ListTasks and ecs:DescribeTasks as operator/iam-policy.json does."
                        .formatted(holder, error.operation(), error.code(), error.getMessage()));
    }

    ServiceReport report(FargateService resource) {
        return new ServiceReport(resource, now());
    }

    Duration until(Instant at) {
        return Turn.until(at, now());
    }

    Instant now() {
        return time.instant();
    }
}
