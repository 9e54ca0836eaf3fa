package dev.fargate.profile;

import dev.fargate.aws.Profiles.Issue;
import dev.fargate.aws.Profiles.Profile;
import java.util.stream.Collectors;

/** What EKS says of a profile that is not well, and what to do (EKS API reference, FargateProfileIssue). Pure. */
final class Ailments {
    private Ailments() {}

    static String ofCreation(Profile profile, DesiredProfile desired) {
        return ("Profile %s could not be made: %s Mend that, then change the spec or try again: kubectl annotate fp %s --overwrite"
                        + " fargate.dev/restart-at=\"$(date -u +%%FT%%TZ)\"")
                .formatted(profile.name(), told(profile), desired.owner().name());
    }

    static String ofDeletion(Profile profile) {
        return "Profile %s could not be deleted: %s Mend that; the deletion is tried again every 10 minutes."
                .formatted(profile.name(), told(profile));
    }

    private static String told(Profile profile) {
        return profile.issues().isEmpty()
                ? "EKS gives no reason (see: aws eks describe-fargate-profile)."
                : profile.issues().stream().map(Ailments::sentence).collect(Collectors.joining(" "));
    }

    private static String sentence(Issue issue) {
        String concerned = issue.resourceIds().isEmpty() ? "" : " [" + String.join(", ", issue.resourceIds()) + "]";
        String words = issue.message().isBlank() ? "no words" : issue.message().strip();
        return "%s (%s)%s: %s".formatted(issue.code(), words, concerned, advice(issue.code()));
    }

    private static String advice(String code) {
        return switch (code) {
            case "PodExecutionRoleAlreadyInUse" ->
                "the role serves something else in this cluster, such as a node group; give the profile a role of its own in"
                        + " spec.podExecutionRole.";
            case "AccessDenied" ->
                "EKS may not do it; see that the role trusts eks-fargate-pods.amazonaws.com and has the policy"
                        + " AmazonEKSFargatePodExecutionRolePolicy, and that the cluster lets EKS add an access entry for it.";
            case "ClusterUnreachable" ->
                "EKS cannot reach the cluster's API server; see the cluster's health: aws eks describe-cluster.";
            case "InternalFailure" -> "a failure of EKS itself; if it comes again, ask AWS Support.";
            default -> "see the EKS user guide.";
        };
    }
}
