package dev.fargate.endpoints;

import dev.fargate.api.FargateEndpointsStatus;
import dev.fargate.aws.AwsException;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.turn.AccountChanged;
import dev.fargate.turn.AwsProblems;
import dev.fargate.turn.GroupInUse;
import dev.fargate.turn.Tries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a turn of endpoints ends that does not get on.
 *
 * @param poll between two looks at what EC2 is at work on
 */
record EndpointsTurns(Tries tries, Duration poll) {
    Turn<FargateEndpointsStatus> told(EndpointsReport report, Problem problem, Known known) {
        return Turn.told(report.problem(problem, known), problem).again(problem.stalled() ? tries.stalled() : poll);
    }

    /**
     * AWS refused a call.
     *
     * @param done what was done in this turn all the same
     */
    Turn<FargateEndpointsStatus> failed(
            String holder, EndpointsReport report, AwsException error, Known known, List<Notice> done) {
        if (GroupInUse.isWhy(error)) {
            String reason = report.resource().isMarkedForDeletion() ? "Deleting" : "Changing";
            String group = known.group().orElse("GROUP_ID");
            return GroupInUse.turn(tries, poll, holder, reason, group, told -> report.problem(told, known))
                    .telling(done);
        }
        Problem problem = AwsProblems.of(error, "FargateEndpoints " + holder);
        return tries.refused(holder, error, problem, !done.isEmpty(), told -> report.problem(told, known))
                .telling(done);
    }

    static Optional<Problem> accountChanged(Known before, String account) {
        return AccountChanged.of("The endpoints are", before.accountId(), account, "make a new FargateEndpoints");
    }
}
