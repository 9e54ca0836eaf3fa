package dev.fargate.endpoints;

import dev.fargate.api.FargateEndpointsStatus;
import dev.fargate.aws.AwsException;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.turn.AwsProblems;
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
        return told(report, problem, known, List.of(), problem.stalled() ? tries.stalled() : poll);
    }

    Turn<FargateEndpointsStatus> failed(
            String holder, EndpointsReport report, AwsException error, Known known, List<Notice> notices) {
        Problem problem = AwsProblems.of(error, "FargateEndpoints " + holder);
        Duration delay = tries.failed(holder);
        boolean brief = tries.mayPass(holder, error) && !problem.stalled() && notices.isEmpty();
        return brief
                ? Turn.quiet(Optional.of(delay))
                : told(report, problem, known, notices, problem.stalled() ? tries.stalled() : delay);
    }

    private static Turn<FargateEndpointsStatus> told(
            EndpointsReport report, Problem problem, Known known, List<Notice> notices, Duration again) {
        Turn<FargateEndpointsStatus> turn =
                Turn.report(report.problem(problem, known), notices).again(again);
        return problem.stalled() ? turn.telling(Notice.warning(problem.reason(), problem.message())) : turn;
    }

    static Optional<Problem> accountChanged(Known before, String account) {
        return before.accountId()
                .filter(pinned -> !pinned.equals(account))
                .map(pinned -> Problem.stalled(
                        "AccountChanged",
                        ("The credentials now reach account %s; these endpoints are in account %s. Give the operator its former role,"
                                        + " or make a new FargateEndpoints. Nothing was changed.")
                                .formatted(account, pinned)));
    }
}
