package dev.fargate.crds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of {@code operator/samples}, with values for what an account would bring. */
final class Samples {
    private static final Path DIRECTORY = Path.of("operator", "samples");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");
    private static final String ARN = "arn:aws:%s:eu-central-1:123456789012:%s";

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("AWS_REGION", "eu-central-1"),
            Map.entry("ISOLATED_VPC_ID", "vpc-0123456789abcdef1"),
            Map.entry("ISOLATED_SECURITY_GROUP", "sg-0123456789abcdef1"),
            Map.entry("PUBLIC_A", "subnet-0123456789abcdef2"),
            Map.entry("PUBLIC_B", "subnet-0123456789abcdef3"),
            Map.entry("SHOP_IMAGE", "123456789012.dkr.ecr.eu-central-1.amazonaws.com/samples/shop:1"),
            Map.entry("VPC_ID", "vpc-0123456789abcdef0"),
            Map.entry("SUBNET_A", "subnet-0123456789abcdef0"),
            Map.entry("SUBNET_B", "subnet-0123456789abcdef1"),
            Map.entry("SECURITY_GROUP", "sg-0123456789abcdef0"),
            Map.entry("EXECUTION_ROLE_ARN", "arn:aws:iam::123456789012:role/execution"),
            Map.entry("TASK_ROLE_ARN", "arn:aws:iam::123456789012:role/task"),
            Map.entry("POD_EXECUTION_ROLE_ARN", "arn:aws:iam::123456789012:role/pods"),
            Map.entry("EKS_CLUSTER", "prod"),
            Map.entry("TARGET_GROUP_ARN", ARN.formatted("elasticloadbalancing", "targetgroup/web/0123456789abcdef")),
            Map.entry("REGISTRY_ARN", ARN.formatted("servicediscovery", "service/srv-0123456789abcdef")),
            Map.entry("SECRET_ARN", ARN.formatted("secretsmanager", "secret:samples/database-AbCdEf")),
            Map.entry("FILE_SYSTEM_ID", "fs-0123456789abcdef0"),
            Map.entry("ACCESS_POINT_ID", "fsap-0123456789abcdef0"));

    private Samples() {}

    /** In the order in which kubectl applies a directory. */
    static List<Manifest> all() {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> Manifest.parse(file, filled(Manifest.read(file))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = VALUES.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for " + found.group());
            }
            return value;
        });
    }
}
