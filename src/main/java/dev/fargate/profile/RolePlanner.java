package dev.fargate.profile;

import dev.fargate.aws.Documents;
import dev.fargate.aws.Identity.Caller;
import dev.fargate.aws.PodExecutionRole;
import dev.fargate.aws.Roles;
import dev.fargate.engine.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the role that we make for a profile's pods: there before the profile, and gone after it. Pure. */
final class RolePlanner {
    private RolePlanner() {}

    /** Whether one is asked for, and this operator makes none. */
    static Optional<Problem> forbidden(DesiredProfile desired) {
        return desired.managesRole() && desired.roles().isEmpty()
                ? Optional.of(Problem.stalled(
                        "RoleNotAllowed",
                        "spec.podExecutionRole: this operator makes no roles for pods. Start it with --pod-role-path"
                                + " (chart: settings.podRolePath) and give it the rights of operator/iam/profile-roles.json, or write the"
                                + " ARN of a role here."))
                : Optional.empty();
    }

    static Optional<Problem> somebodyElses(DesiredProfile desired, Optional<PodRole> found) {
        return found.filter(role -> desired.managesRole() && !role.isOf(desired.owner()))
                .map(role -> Problem.stalled(
                        "NotOurs",
                        ("Role %s has the name of the one that is to be made and does not carry this resource's owner tags. Delete it,"
                                        + " or write the ARN of a role in spec.podExecutionRole; nothing was changed.")
                                .formatted(role.role().arn())));
    }

    /** What is to be done before a profile has the role. */
    static List<ProfileStep> before(DesiredProfile desired, Caller account, Optional<PodRole> found) {
        if (!desired.managesRole()) {
            return List.of();
        }
        List<ProfileStep> steps = new ArrayList<>();
        PodExecutionRole rights = desired.rights(account);
        if (found.isEmpty()) {
            steps.add(new ProfileStep.MakeRole(new Roles.NewRole(
                    desired.roleName(),
                    desired.roles().orElseThrow().path(),
                    "Pods on Fargate in EKS cluster %s, for FargateProfile %s"
                            .formatted(desired.cluster(), desired.owner().name()),
                    rights.trust(),
                    Optional.empty(),
                    desired.owner().tags())));
        }
        if (found.filter(role -> !Documents.same(rights.trust(), role.role().trust()))
                .isPresent()) {
            steps.add(new ProfileStep.Trust(desired.roleName(), rights.trust()));
        }
        if (found.filter(role -> role.attached().contains(rights.policyArn())).isEmpty()) {
            steps.add(new ProfileStep.AttachPolicy(desired.roleName(), rights.policyArn()));
        }
        return steps;
    }

    /** What is to be done when no profile has it any more. */
    static List<ProfileStep> after(DesiredProfile desired, Caller account, Optional<PodRole> found) {
        return found.filter(role -> role.isOf(desired.owner())).stream()
                .<ProfileStep>map(role -> new ProfileStep.RemoveRole(
                        desired.roleName(), desired.rights(account).policyArn()))
                .toList();
    }
}
