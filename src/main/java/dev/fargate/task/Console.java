package dev.fargate.task;

/** Where the AWS console shows a task. */
final class Console {
    private static final int PARTITION = 1;
    private static final int REGION = 3;
    private static final int RESOURCE = 5;
    private static final int PARTS = 6;

    private Console() {}

    /** The address; null for an ARN of the old form, which does not tell the cluster. */
    static String of(String taskArn) {
        String[] parts = taskArn.split(":", PARTS);
        String[] resource = parts[RESOURCE].split("/", -1);
        if (resource.length <= 2) {
            return null;
        }
        String region = parts[REGION];
        return "https://%s.%s/ecs/v2/clusters/%s/tasks/%s?region=%s"
                .formatted(region, host(parts[PARTITION]), resource[1], resource[2], region);
    }

    /** AWS General Reference, "AWS Management Console endpoints". */
    private static String host(String partition) {
        return switch (partition) {
            case "aws-cn" -> "console.amazonaws.cn";
            case "aws-us-gov" -> "console.amazonaws-us-gov.com";
            default -> "console.aws.amazon.com";
        };
    }
}
