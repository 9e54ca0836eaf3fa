package dev.fargate.preflight;

import dev.fargate.diagnosis.Cause;
import dev.fargate.preflight.Finding.Check;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.RepositoryCredentials;
import software.amazon.awssdk.services.ecs.model.Secret;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

/** Secrets and parameters that tasks get exist. What is in them is not read, so a wrong key of a JSON secret is not seen. */
final class SecretCheck {
    private static final int SECRET_PARTS = 7;

    private SecretCheck() {}

    static Stream<Finding> of(Subject subject, Facts facts) {
        return subject.containers().flatMap(SecretCheck::named).distinct().map(name -> of(subject, name, facts));
    }

    static Stream<String> named(ContainerDefinition container) {
        return Stream.of(
                        container.secrets().stream().map(Secret::valueFrom),
                        Stream.ofNullable(container.logConfiguration())
                                .flatMap(logs -> logs.secretOptions().stream())
                                .map(Secret::valueFrom),
                        Stream.ofNullable(container.repositoryCredentials())
                                .map(RepositoryCredentials::credentialsParameter))
                .flatMap(stream -> stream);
    }

    static boolean isSecret(String valueFrom) {
        return valueFrom.contains(":secretsmanager:");
    }

    /** Where an ARN says so; a plain name is of the task's region. */
    static boolean isElsewhere(Subject subject, String valueFrom) {
        String[] parts = valueFrom.split(":", -1);
        return valueFrom.startsWith("arn:") && !parts[3].equals(subject.region());
    }

    /** Parameters are looked up by name, which finds one of the task's account. */
    private static boolean isForeign(Subject subject, String valueFrom) {
        String[] parts = valueFrom.split(":", -1);
        return valueFrom.startsWith("arn:") && !parts[4].equals(subject.accountId());
    }

    private static Finding of(Subject subject, String name, Facts facts) {
        if (isElsewhere(subject, name)) {
            return Finding.unknown(Check.Secret, "%s is in another region, which is not looked at.".formatted(name));
        }
        if (isForeign(subject, name)) {
            return Finding.unknown(Check.Secret, "%s is in another account, which is not looked at.".formatted(name));
        }
        return isSecret(name) ? secret(secretArn(name), facts) : parameter(name, facts);
    }

    private static Finding secret(String arn, Facts facts) {
        return switch (facts.of(Topics.SECRET, arn)) {
            case Answer.Known<DescribeSecretResponse> known ->
                known.value().deletedDate() == null
                        ? Finding.passed(Check.Secret, arn + " exists.")
                        : Finding.failed(
                                Check.Secret,
                                Cause.SecretMissing,
                                "Secret %s is marked to be deleted, so that tasks do not get it. Take it back: aws secretsmanager restore-secret --secret-id %s"
                                        .formatted(arn, arn));
            case Answer.Absent<DescribeSecretResponse> absent ->
                Finding.failed(
                        Check.Secret,
                        Cause.SecretMissing,
                        "Secret %s does not exist. Create it, or correct valueFrom.".formatted(arn));
            case Answer.Refused<DescribeSecretResponse> refused -> Finding.unknown(Check.Secret, refused, arn);
            case Answer.Pending<DescribeSecretResponse> pending -> Finding.unknown(Check.Secret, arn);
        };
    }

    /** Without what follows the name: the key in the JSON, the stage and the version. */
    private static String secretArn(String valueFrom) {
        return String.join(
                ":", Stream.of(valueFrom.split(":", -1)).limit(SECRET_PARTS).toList());
    }

    private static Finding parameter(String valueFrom, Facts facts) {
        List<Answer<String>> answers =
                names(valueFrom).map(name -> facts.of(Topics.PARAMETER, name)).toList();
        if (answers.stream().anyMatch(Answer.Known.class::isInstance)) {
            return Finding.passed(Check.Secret, valueFrom + " exists.");
        }
        Optional<Answer.Refused<?>> refused = answers.stream()
                .filter(Answer.Refused.class::isInstance)
                .<Answer.Refused<?>>map(answer -> (Answer.Refused<?>) answer)
                .findFirst();
        return refused.map(answer -> Finding.unknown(Check.Secret, answer, valueFrom))
                .orElseGet(() -> Finding.failed(
                        Check.Secret,
                        Cause.SecretMissing,
                        "Parameter %s does not exist. Create it (aws ssm put-parameter), or correct valueFrom."
                                .formatted(valueFrom)));
    }

    /** The ARN of a parameter of one level is the same with and without the slash before its name. */
    private static Stream<String> names(String valueFrom) {
        if (!valueFrom.startsWith("arn:")) {
            return Stream.of(valueFrom);
        }
        String path = valueFrom.substring(valueFrom.indexOf(":parameter/") + ":parameter".length());
        return path.lastIndexOf('/') == 0 ? Stream.of(path, path.substring(1)) : Stream.of(path);
    }
}
