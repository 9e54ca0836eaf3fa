package dev.fargate.endpoints;

import dev.fargate.api.FargateEndpointsSpec.Preset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The endpoint services of AWS by their short names, such as ecr.api. */
final class ServiceNames {
    /**
     * Amazon ECS developer guide, "Amazon ECS interface VPC endpoints"; Amazon ECR user guide, "Amazon ECR interface VPC endpoints". S3
     * keeps the layers of ECR's images.
     */
    private static final List<String> PRIVATE = List.of("ecr.api", "ecr.dkr", "s3", "logs", "secretsmanager", "ssm");

    /** What this operator calls, but for IAM, which has endpoints in the home region of a partition only. */
    private static final List<String> OPERATOR = List.of(
            "ec2",
            "ecr.api",
            "ecs",
            "eks",
            "elasticfilesystem",
            "elasticloadbalancing",
            "events",
            "logs",
            "scheduler",
            "secretsmanager",
            "sqs",
            "ssm",
            "sts");

    /** Those that have a gateway endpoint, whose names have no prefix of their own in China. */
    private static final Set<String> GATEWAYS = Set.of("dynamodb", "s3");

    private ServiceNames() {}

    static List<String> of(Preset preset) {
        return switch (preset) {
            case Private -> PRIVATE;
            case PrivateWithExec -> join(PRIVATE, "ssmmessages");
            case Operator -> OPERATOR;
            case None -> List.of();
        };
    }

    private static List<String> join(List<String> services, String more) {
        return Stream.concat(services.stream(), Stream.of(more)).toList();
    }

    /** As EC2 names it (Amazon VPC PrivateLink guide, also that for China). */
    static String full(String region, String service) {
        String prefix =
                region.startsWith("cn-") && !GATEWAYS.contains(service) ? "cn.com.amazonaws." : "com.amazonaws.";
        return prefix + region + "." + service;
    }

    /** The other way round; what is no service of AWS keeps its name. */
    static String brief(String region, String service) {
        String before = "com.amazonaws." + region + ".";
        int at = service.indexOf(before);
        return at < 0 ? service : service.substring(at + before.length());
    }
}
