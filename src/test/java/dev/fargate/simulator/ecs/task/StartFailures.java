package dev.fargate.simulator.ecs.task;

import java.util.Map;
import java.util.Optional;

/**
 * What ECS says of tasks that do not start for what is around them, by the tag that plays it. Each text is what somebody got: those that
 * have no page of AWS's name where it was reported.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html and
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-not-found-error.html
 */
final class StartFailures {
    private static final String SECRET =
            "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed:"
                    + " unable to retrieve secret from asm: service call has been retried 1 time(s): ";
    private static final Map<String, String> TEXTS = Map.of(
            // https://github.com/aviswerdlow/relay/issues/71
            "fail-platform",
            "CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain"
                    + " descriptor matching platform 'linux/amd64'.",
            "fail-rate-limit",
            "CannotPullContainerError: You have reached your pull rate limit. You may increase the limit by"
                    + " authenticating and upgrading: https://www.docker.com/increase-rate-limits.",
            "fail-disk",
            "CannotPullContainerError: write /var/lib/docker/tmp/GetImageBlob111111111: no space left on device",
            "fail-secret",
            SECRET + "failed to fetch secret from secrets manager: AccessDeniedException: User is not authorized to"
                    + " perform: secretsmanager:GetSecretValue because no identity-based policy allows the"
                    + " secretsmanager:GetSecretValue action status code: 400",
            "fail-secret-missing",
            "Fetching secret data from AWS Secrets Manager in region eu-west-1: secret"
                    + " arn:aws:secretsmanager:eu-west-1:123456789012:secret:database: ResourceNotFoundException: Secrets"
                    + " Manager can't find the specified secret.",
            // https://github.com/Releem/releem-agent/issues/195
            "fail-secret-timeout",
            SECRET + "failed to fetch secret arn:aws:secretsmanager:eu-west-1:123456789012:secret:database from secrets"
                    + " manager: RequestCanceled: request context canceled caused by: context deadline exceeded. Please"
                    + " check your task network configuration.",
            // https://github.com/GiamPy5/terraform-aws-directus/issues/10
            "fail-key",
            SECRET + "failed to fetch secret arn:aws:secretsmanager:eu-west-1:123456789012:secret:database from secrets"
                    + " manager: AccessDeniedException: Access to KMS is not allowed status code: 400",
            // https://github.com/airbnb/ottr/issues/7
            "fail-log-group",
            "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed"
                    + " to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not"
                    + " exist. : exit status 1",
            // https://github.com/jenkinsci/amazon-ecs-plugin/issues/258
            "fail-command",
            "CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed"
                    + " to create shim: OCI runtime create failed: container_linux.go:380: starting container process"
                    + " caused: exec: \"serve\": executable file not found in $PATH: unknown");

    private StartFailures() {}

    /** Empty if no tag says so. */
    static Optional<String> of(String tag) {
        return Optional.ofNullable(TEXTS.get(tag));
    }
}
