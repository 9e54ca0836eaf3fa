package dev.fargate.aws;

/**
 * What a role says with which Fargate pulls images and writes logs for the pods of one EKS cluster (EKS user guide, "Amazon EKS Pod
 * execution IAM role").
 *
 * @param account that the cluster is in
 */
public record PodExecutionRole(Identity.Caller account, String region, String cluster) {

    /** Who may assume it: Fargate, for profiles of this cluster and of no other. */
    public String trust() {
        return """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Principal": {"Service": "eks-fargate-pods.amazonaws.com"}, "Action": "sts:AssumeRole",
                   "Condition": {"ArnLike": {
                     "aws:SourceArn": "arn:%s:eks:%s:%s:fargateprofile/%s/*"}}}
                ]}""".formatted(account.partition(), region, account.accountId(), cluster);
    }

    /** What it may do is AWS's to say. */
    public String policyArn() {
        return "arn:%s:iam::aws:policy/AmazonEKSFargatePodExecutionRolePolicy".formatted(account.partition());
    }
}
