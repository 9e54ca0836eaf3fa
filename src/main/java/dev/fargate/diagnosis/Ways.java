package dev.fargate.diagnosis;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What keeps a task from reaching a service of AWS or a registry, by where its network interface is. */
record Ways(TaskFacts.Network network) {
    private static final Pattern ECR = Pattern.compile("[.]dkr[.]ecr[.]|api[.]ecr|ecr registry auth|Amazon ECR");

    static boolean isEcr(String words) {
        Matcher ecr = ECR.matcher(words);
        return ecr.find();
    }

    String toRegistry(String words, String image) {
        return isEcr(words)
                ? blocked("Amazon ECR", "interface endpoints ecr.api and ecr.dkr and gateway endpoint s3")
                : "The registry of %s does not answer. %s"
                        .formatted(lowerFirst(image), open("a NAT gateway; VPC endpoints reach only ECR"));
    }

    String toSecrets(String words) {
        boolean parameters = words.contains("ssm");
        return blocked(
                parameters ? "Systems Manager (parameters)" : "Secrets Manager",
                "interface endpoint " + (parameters ? "ssm" : "secretsmanager"));
    }

    String toLogs() {
        return blocked("CloudWatch Logs", "interface endpoint logs");
    }

    private String blocked(String service, String endpoints) {
        return "The task does not reach %s. %s".formatted(service, open("a NAT gateway, or " + endpoints));
    }

    private String open(String privately) {
        return network.publicIp()
                ? "%s must have a route to an internet gateway, and %s let port 443 out, as must the network ACLs."
                        .formatted(upperFirst(subnets()), groups())
                : "Without a public IP a task in %s needs %s; %s must let port 443 out. In public subnets: network.assignPublicIp: true."
                        .formatted(subnets(), privately, groups());
    }

    String subnets() {
        return named("subnet", network.subnets(), "the task's subnets");
    }

    String groups() {
        return named("security group", network.securityGroups(), "the task's security groups");
    }

    private static String named(String what, List<String> ids, String unknown) {
        return ids.isEmpty() ? unknown : what + " " + String.join(", ", ids);
    }

    static String upperFirst(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    static String lowerFirst(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
