package dev.fargate.diagnosis;

import static dev.fargate.diagnosis.Cause.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What ECS's words stand for. The first line whose patterns are all found counts, so the more telling one stands first. Sources: ECS
 * Developer Guide, "Amazon ECS stopped tasks error messages", "CannotPullContainer task errors", "ResourceInitializationError" and "Service
 * event messages"; and what people report of Fargate: each text, with its address, is in the test's {@code reasons.yaml}.
 */
final class Signatures {
    private static final String NO_ANSWER =
            "i/o timeout|dial tcp|context deadli|context canceled|request canceled|send request failed|Client[.]Timeout"
                    + "|connection issue|connection refused|no such host|TLS handshake timeout|signal: killed"
                    // What the agent makes of layers in S3 that it cannot reach.
                    + "|invalid memory address or nil pointer";
    private static final Pattern UNANSWERED = Pattern.compile(NO_ANSWER, Pattern.CASE_INSENSITIVE);
    private static final String DENIED = "AccessDenied|not authorized|UnauthorizedOperation|access denied";
    private static final String SECRET =
            "from asm|from ssm|retrieve (the )?secret|fetch(ing)? secret|secretsmanager|Secrets Manager|ssm parameter|ssm:";
    private static final String LOGS =
            "logger args|Cloudwatch log|logging driver|log group|log stream|logs:Create|logs:Put";
    private static final String PULL =
            "CannotPull|pull image|image manifest has been|ref pull|inspect image|Requested image";

    private static final List<Signature> TABLE = List.of(
            when(OutOfMemory, "OutOfMemoryError"),
            when(SpotInterruption, "Spot Task was interrupted"),
            when(PlatformRetirement, "maintenance on the underlying infrastructure|task retirement"),
            when(
                    NoCapacity,
                    "Capacity is unavailable at this time|RESOURCE:FARGATE|reached the limit on the number of"
                            + "|configuration is above your limit"),
            when(LoadBalancerHealth, "failed ELB health checks|unhealthy in \\(?(target-group|elb)"),
            when(ContainerHealth, "failed container health checks"),
            when(RoleNotAssumable, "unable to assume (the|a|configured)?.{0,40}role"),
            when(
                    ImagePlatformMismatch,
                    "descriptor (matching|for) platform|no match(ing manifest)? for (platform|linux)"),
            when(WrongArchitecture, "exec format error"),
            when(DiskFull, "no space left on device|not enough space on the disk"),
            // Before all that looks for words which a repository may be named by.
            when(ImageRateLimited, PULL, "toomanyrequests|429 Too Many|pull rate limit"),
            when(NetworkUnreachable, PULL, NO_ANSWER),
            when(
                    ImageAccessDenied,
                    PULL,
                    DENIED
                            + "|403 Forbidden|401 Unauthorized|no basic auth|docker login|: denied|authorization failed"),
            when(
                    ImageNotFound,
                    PULL,
                    "not found|manifest unknown|does not exist|name unknown|invalid reference format"),
            when(ImagePullFailed, PULL),
            when(EnvironmentFileFailed, "download env(ironment)? files?"),
            when(LogRouterConfig, "fluent[.]sock|fluentd log driver|127[.]0[.]0[.]1:24224"),
            when(VolumeMountFailed, "EFS (utils|volume)|mount[.]nfs|[.]efs[.]|CannotCreateVolumeError|EBS volume"),
            when(
                    SecurityGroup,
                    "InvalidGroup|InvalidSecurityGroup|security group.{0,80}does not (exist|appear to belong)"),
            when(NetworkInterfaceFailed, "network interface|configure ENI|setup regular eni|FreeAddresses|free IPs"),
            when(KeyDenied, "kms:|Access to KMS is not allowed|KMSAccessDenied|KMS key"),
            when(LogDenied, LOGS, DENIED),
            when(LogUnreachable, LOGS, NO_ANSWER),
            when(LogGroupMissing, LOGS, "ResourceNotFound|does not exist"),
            // After the groups, which may be named so.
            when(LogRouterConfig, "firelens|fluent-?bit|fluentd"),
            when(ImageAccessDenied, "ecr registry auth|pull registry auth|ecr:Get", DENIED),
            when(SecretDenied, SECRET, DENIED),
            when(
                    SecretMissing,
                    SECRET,
                    "ResourceNotFound|can.t (find|retrieve the secret)|json key|invalid ssm param|ParameterNotFound|InvalidParameter|not valid JSON"),
            when(SecretUnreachable, SECRET, NO_ANSWER),
            when(NetworkUnreachable, "ecr registry auth|pull registry auth"),
            // Long reasons are cut; what is left of these two mostly has to do with the network.
            when(SecretUnreachable, SECRET),
            when(NetworkUnreachable, "unable to pull secrets or registry auth"),
            when(NotExecutable, "exec:? ", "permission denied"),
            when(CommandNotFound, "exec:? ", "executable file not f|no such file"));

    private Signatures() {}

    static Optional<Cause> cause(String words) {
        return TABLE.stream()
                .filter(signature -> signature.fits(words))
                .map(Signature::cause)
                .findFirst();
    }

    /** Whether words tell that nobody answered, rather than break off before they tell why. */
    static boolean tellNoAnswer(String words) {
        return UNANSWERED.matcher(words).find();
    }

    private static Signature when(Cause cause, String... patterns) {
        return new Signature(
                cause,
                Arrays.stream(patterns)
                        .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE))
                        .toList());
    }

    private record Signature(Cause cause, List<Pattern> all) {
        boolean fits(String words) {
            return all.stream().allMatch(pattern -> pattern.matcher(words).find());
        }
    }
}
