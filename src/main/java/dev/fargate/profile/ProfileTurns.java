package dev.fargate.profile;

import dev.fargate.api.FargateProfileStatus;
import dev.fargate.aws.AwsException;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.turn.AccountChanged;
import dev.fargate.turn.AwsProblems;
import dev.fargate.turn.Tries;
import java.time.Duration;
import java.util.Optional;

/**
 * How a turn of a profile ends when it does not get on. Who waits for a person keeps nobody waiting.
 *
 * @param poll between two looks at what EKS is at work on
 */
record ProfileTurns(Tries tries, ClusterQueue queue, Duration poll) {
    private static final String QUOTA = "ResourceLimitExceededException";

    Turn<FargateProfileStatus> told(String holder, ProfileReport report, Problem problem, Known known) {
        return yielding(holder, problem, Turn.told(report.problem(problem, known), problem))
                .again(problem.stalled() ? tries.stalled() : poll);
    }

    Turn<FargateProfileStatus> failed(String holder, ProfileReport report, AwsException error, Known known) {
        Problem problem = error.code().equals(QUOTA) ? quota(error) : AwsProblems.of(error, "FargateProfile " + holder);
        return yielding(
                holder, problem, tries.refused(holder, error, problem, false, told -> report.problem(told, known)));
    }

    private Turn<FargateProfileStatus> yielding(String holder, Problem problem, Turn<FargateProfileStatus> turn) {
        if (problem.stalled()) {
            queue.leave(holder);
        }
        return turn;
    }

    private static Problem quota(AwsException error) {
        return Problem.stalled(
                "QuotaExceeded",
                ("EKS: %s Raise the quota \"Fargate profiles per cluster\", delete a profile, or, where this is a replacement, set"
                                + " spec.replacePolicy to DeleteFirst; it is tried again every 10 minutes.")
                        .formatted(error.getMessage().endsWith(".") ? error.getMessage() : error.getMessage() + "."));
    }

    static Optional<Problem> accountChanged(ProfileMemory memory, String account) {
        return AccountChanged.of("The profile is", memory.accountId(), account, "make a new FargateProfile");
    }
}
