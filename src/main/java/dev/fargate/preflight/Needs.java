package dev.fargate.preflight;

import dev.fargate.reachability.AwsService;
import dev.fargate.reachability.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a task has to reach before its containers run, by what its definition names. */
final class Needs {
    private static final String DOCKER_HUB = "registry-1.docker.io";

    private Needs() {}

    static List<Target> of(Subject subject, Facts facts) {
        Set<Target> needs = new LinkedHashSet<>();
        subject.containers().forEach(container -> image(subject, container.image(), needs));
        subject.containers().flatMap(SecretCheck::named).forEach(name -> secret(subject, name, needs));
        LogGroupCheck.logs(subject)
                .map(logs -> LogGroupCheck.isElsewhere(subject, logs)
                        ? new Target.Internet(
                                "CloudWatch Logs of " + logs.options().get("awslogs-region"))
                        : new Target.Service(AwsService.LOGS))
                .forEach(needs::add);
        if (subject.containers()
                .anyMatch(container -> !container.environmentFiles().isEmpty())) {
            needs.add(new Target.Service(AwsService.S3));
        }
        if (subject.execution()) {
            needs.add(new Target.Service(AwsService.SSM_MESSAGES));
            if (facts.of(Topics.SESSION_KEY, subject.clusterArn()) instanceof Answer.Known<Boolean>(Boolean isNamed)
                    && isNamed) {
                needs.add(new Target.Service(AwsService.KMS));
            }
        }
        return List.copyOf(needs);
    }

    private static void image(Subject subject, String image, Set<Target> needs) {
        Optional<EcrReference> ecr =
                EcrReference.of(image).filter(reference -> reference.region().equals(subject.region()));
        if (ecr.isPresent()) {
            needs.add(new Target.Service(AwsService.ECR_API));
            needs.add(new Target.Service(AwsService.ECR_DKR));
            needs.add(new Target.Service(AwsService.S3));
        } else {
            needs.add(new Target.Internet(host(image)));
        }
    }

    private static void secret(Subject subject, String name, Set<Target> needs) {
        if (SecretCheck.isElsewhere(subject, name)) {
            needs.add(new Target.Internet("secrets of region " + name.split(":", -1)[3]));
        } else {
            needs.add(new Target.Service(SecretCheck.isSecret(name) ? AwsService.SECRETS_MANAGER : AwsService.SSM));
        }
    }

    /** The first part is a host if it looks like one (the rule of Docker's image references). */
    private static String host(String image) {
        String first = image.contains("/") ? image.substring(0, image.indexOf('/')) : "";
        return first.contains(".") || first.contains(":") || first.equals("localhost") ? first : DOCKER_HUB;
    }
}
