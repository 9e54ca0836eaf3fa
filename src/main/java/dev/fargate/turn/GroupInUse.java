package dev.fargate.turn;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** EC2 deletes no security group that a network interface has, or that a rule of another group names (EC2 API, DeleteSecurityGroup). */
public final class GroupInUse {
    /** What is deleted gives up its network interfaces within minutes; a rule stays until a person removes it. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private GroupInUse() {}

    public static boolean isWhy(AwsException error) {
        return error.errorClass() == ErrorClass.CONFLICT && error.operation().equals("ec2:DeleteSecurityGroup");
    }

    /**
     * The end of a turn in which it was refused.
     *
     * @param poll between two tries while it may pass
     * @param reason of the condition while it may pass
     * @param group its id
     * @param told the status that tells of the problem
     */
    public static <T> Turn<T> turn(
            Tries tries, Duration poll, String holder, String reason, String group, Function<Problem, T> told) {
        boolean mayPass = tries.count(holder) < PATIENCE.dividedBy(poll);
        tries.failed(holder);
        if (mayPass) {
            return Turn.report(told.apply(Problem.waiting(reason, words(group))), List.of())
                    .again(poll);
        }
        Problem problem = Problem.stalled("SecurityGroupInUse", words(group) + " It is tried again every 10 minutes.");
        return Turn.told(told.apply(problem), problem).again(tries.stalled());
    }

    private static String words(String group) {
        return ("EC2 does not delete security group %1$s yet. Either network interfaces still have it, which passes (aws ec2"
                        + " describe-network-interfaces --filters Name=group-id,Values=%1$s), or a rule of another group names it: remove"
                        + " that (aws ec2 describe-security-groups --filters Name=ip-permission.group-id,Values=%1$s, and the same with"
                        + " egress.ip-permission.group-id).")
                .formatted(group);
    }
}
