package dev.fargate.reachability;

import java.util.List;

/**
 * What Fargate itself needs of AWS to start a task and to open a shell in it, by the names of VPC endpoints (Amazon ECS developer guide,
 * "Amazon ECS interface VPC endpoints"; Amazon ECR user guide, "Amazon ECR interface VPC endpoints"). Secrets need no KMS: Secrets Manager
 * and Systems Manager decrypt on their side.
 */
public enum AwsService {
    ECR_API("ecr.api", "ECR"),
    ECR_DKR("ecr.dkr", "ECR"),
    /** Keeps the layers of ECR's images, and environment files. */
    S3("s3", "S3"),
    LOGS("logs", "CloudWatch Logs"),
    SECRETS_MANAGER("secretsmanager", "Secrets Manager"),
    SSM("ssm", "Systems Manager"),
    /** Carries the shells of ECS Exec. */
    SSM_MESSAGES("ssmmessages", "ECS Exec"),
    /** Opens what a cluster's own key encrypts of ECS Exec, as the task's role (Amazon ECS developer guide, "Monitor ... with ECS Exec"). */
    KMS("kms", "KMS");

    private final String endpoint;
    private final String title;

    AwsService(String endpoint, String title) {
        this.endpoint = endpoint;
        this.title = title;
    }

    /** The last part of the endpoint service's name. */
    public String endpoint() {
        return endpoint;
    }

    String title() {
        return title;
    }

    /** What the policy of an endpoint has to let through. */
    List<String> actions() {
        return switch (this) {
            case ECR_API -> List.of("ecr:GetAuthorizationToken");
            case ECR_DKR -> List.of("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");
            case S3 -> List.of("s3:GetObject");
            case LOGS -> List.of("logs:CreateLogStream", "logs:PutLogEvents");
            case SECRETS_MANAGER -> List.of("secretsmanager:GetSecretValue");
            case SSM -> List.of("ssm:GetParameters");
            case SSM_MESSAGES -> List.of("ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel");
            case KMS -> List.of("kms:Decrypt");
        };
    }

    /** Those of China have a prefix of their own, but for S3's gateway (Amazon VPC PrivateLink guide for China). */
    String serviceName(String region) {
        String prefix = region.startsWith("cn-") && this != S3 ? "cn.com.amazonaws." : "com.amazonaws.";
        return prefix + region + "." + endpoint;
    }
}
