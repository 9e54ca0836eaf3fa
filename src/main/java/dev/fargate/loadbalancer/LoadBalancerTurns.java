package dev.fargate.loadbalancer;

import dev.fargate.api.FargateLoadBalancerStatus;
import dev.fargate.aws.AwsException;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.loadbalancer.LoadBalancerApplier.Outcome;
import dev.fargate.turn.AwsProblems;
import dev.fargate.turn.GroupInUse;
import dev.fargate.turn.Tries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a turn of a load balancer ends that does not get on.
 *
 * @param poll between two looks at what AWS is at work on
 */
record LoadBalancerTurns(Tries tries, Duration poll) {
    /** How ELB and EC2 call a group that they do not know (ELB API reference, CreateLoadBalancer; EC2 error codes). */
    private static final Set<String> FRESH_GROUP = Set.of("InvalidSecurityGroup", "InvalidGroup.NotFound");

    Turn<FargateLoadBalancerStatus> told(LoadBalancerReport report, Problem problem, Known known) {
        return Turn.told(report.problem(problem, known), problem).again(problem.stalled() ? tries.stalled() : poll);
    }

    /**
     * AWS refused a call.
     *
     * @param done what was done in this turn all the same
     */
    Turn<FargateLoadBalancerStatus> failed(
            String holder, LoadBalancerReport report, AwsException error, Known known, List<Notice> done) {
        Problem problem = AwsProblems.of(error, holder);
        return tries.refused(holder, error, problem, !done.isEmpty(), told -> report.problem(told, known))
                .telling(done);
    }

    /**
     * The end of a turn whose plan was not carried out to its end; empty if it was.
     *
     * @param reason of the condition while it goes on
     */
    Optional<Turn<FargateLoadBalancerStatus>> halted(
            String holder, LoadBalancerReport report, Outcome outcome, String reason, Known known) {
        List<Notice> notices = LoadBalancerNotices.of(outcome.done());
        Optional<AwsException> refused = outcome.refused();
        if (refused.filter(GroupInUse::isWhy).isPresent()) {
            String group = known.securityGroupId().orElse("GROUP_ID");
            return Optional.of(
                    GroupInUse.turn(tries, poll, holder, reason, group, problem -> report.problem(problem, known))
                            .telling(notices));
        }
        if (refused.filter(error -> isOfFreshGroup(error, outcome)).isPresent()) {
            return Optional.of(
                    Turn.report(report.working(reason, "AWS does not know the new security group yet.", known), notices)
                            .again(poll));
        }
        return refused.map(error -> failed(holder, report, error, known, notices))
                .or(() -> outcome.later().map(later -> Turn.report(
                                report.working(
                                        reason, "AWS's limit of requests is waited for; it goes on then.", known),
                                notices)
                        .again(Turn.until(later, report.now()))));
    }

    /** EC2 is eventually consistent: a group that was just made is not known everywhere at once. */
    private static boolean isOfFreshGroup(AwsException error, Outcome outcome) {
        return FRESH_GROUP.contains(error.code())
                && outcome.done().stream().anyMatch(LoadBalancerStep.CreateGroup.class::isInstance);
    }
}
