package dev.fargate.diagnosis;

import dev.fargate.diagnosis.Ending.Exit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a cause means and what to do next, for a person who was woken by it: names what is known, and ends with a step to take. */
final class Meanings {
    private static final String PULL_RIGHTS =
            "ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer (all in AmazonECSTaskExecutionRolePolicy)";
    private static final String REASONS =
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html";
    private static final int FREE_STORAGE_GIB = 20;

    private final Finding finding;
    private final TaskFacts facts;
    private final Ways ways;

    Meanings(Finding finding, TaskFacts facts) {
        this.finding = finding;
        this.facts = facts;
        this.ways = new Ways(facts.network());
    }

    String sentence() {
        return switch (finding.cause()) {
            case NetworkUnreachable ->
                ways.toRegistry(finding.words(), image()) + orDenied("lacks ecr:GetAuthorizationToken");
            case SecretUnreachable -> ways.toSecrets(finding.words()) + orDenied("may not read the secret");
            case LogUnreachable -> ways.toLogs();
            case SecurityGroup ->
                "A security group does not exist, or is of another VPC than the subnets (%s). Name others in the environment's network, or in the service's."
                        .formatted(ways.groups());
            case NetworkInterfaceFailed ->
                "The task got no network interface in %s. ECS tries again; if it stays so, look for free addresses: aws ec2 describe-subnets --query 'Subnets[].[SubnetId,AvailableIpAddressCount]', and name more subnets."
                        .formatted(ways.subnets());
            case ImageNotFound ->
                "%s does not exist, or has no such tag. Correct the image, or push it.".formatted(image());
            case ImageAccessDenied -> imageDenied();
            case ImagePlatformMismatch ->
                "%s is not built for %s, which the task runs on. Build it for that processor (docker buildx build --platform), or change runtimePlatform.cpuArchitecture."
                        .formatted(image(), processor());
            case ImageRateLimited ->
                "The registry lets nobody pull %s so often without an account. Wait, give the container repositoryCredentials, or pull through a cache in ECR (aws ecr create-pull-through-cache-rule)."
                        .formatted(Ways.lowerFirst(image()));
            case ImagePullFailed ->
                "%s could not be pulled; the reason says why. Try it: docker pull.".formatted(image());
            case SecretDenied ->
                "%s may not read a secret of the task. Allow it secretsmanager:GetSecretValue or ssm:GetParameters on that secret."
                        .formatted(executionRole());
            case SecretMissing ->
                "A secret or parameter that the task names does not exist, or has no such key or version. Create it, or correct its valueFrom.";
            case KeyDenied ->
                "%s may not use the KMS key of a secret. Allow it kms:Decrypt on the key, also in the key's own policy."
                        .formatted(executionRole());
            case LogGroupMissing ->
                "%s does not exist. Create it: aws logs create-log-group --log-group-name %s; or let the environment make it (defaults.logs)."
                        .formatted(namedLogGroup(), logGroup().isEmpty() ? "GROUP" : logGroup());
            case LogDenied ->
                "%s may not write to %s. Allow it logs:CreateLogStream and logs:PutLogEvents (and logs:CreateLogGroup with awslogs-create-group)."
                        .formatted(executionRole(), namedLogGroup());
            case VolumeMountFailed ->
                "Volume %s could not be mounted. The file system needs a mount target in each zone of %s that admits port 2049 from %s, the VPC DNS support, and with IAM the task role elasticfilesystem:ClientMount."
                        .formatted(
                                facts.volumes().isEmpty() ? "of the task" : String.join(", ", facts.volumes()),
                                ways.subnets(),
                                ways.groups());
            case RoleNotAssumable ->
                "ECS cannot assume a role of the task (%s). Its trust policy must name ecs-tasks.amazonaws.com; a role just made takes a minute."
                        .formatted(roles());
            case OutOfMemory -> Memory.exceeded(container(), facts);
            case DiskFull ->
                "The task's storage of %d GiB is full. Raise ephemeralStorage.sizeInGiB (21 to 200), or make the image smaller."
                        .formatted(facts.size().storageGib().orElse(FREE_STORAGE_GIB));
            case ExitCode -> exited();
            case CommandNotFound ->
                "%s: its command does not exist in the image. Correct entryPoint and command, or the image; each word is an item of its own."
                        .formatted(container());
            case NotExecutable ->
                "%s: its command may not be executed. Give the file the x bit in the image, or correct entryPoint, command or user."
                        .formatted(container());
            case WrongArchitecture ->
                "%s: its program is for another processor than %s. Build the image for that (docker buildx build --platform), or change runtimePlatform.cpuArchitecture."
                        .formatted(container(), processor());
            case KilledOnTimeout ->
                "%s was killed (exit code 137), and ECS names no reason: it did not end within its stopTimeout, or memory ran out inside. %s"
                        .formatted(container(), readLog());
            case LoadBalancerHealth -> new BalancerHealth(finding.words(), facts.said(), ways).sentence();
            case ContainerHealth ->
                "The health check of %s fails. Its command must exist in the image and end with 0; raise startPeriod if the start is slow. %s"
                        .formatted(checked(), readLog());
            case NoCapacity -> noCapacity();
            case EnvironmentFileFailed ->
                "An environment file could not be read from S3. It must exist; %s needs s3:GetObject on it and s3:GetBucketLocation on the bucket, and a private subnet an S3 endpoint."
                        .formatted(executionRole());
            case LogRouterConfig ->
                "The log router or its connection failed. The container with firelensConfiguration must be essential, start first, and have a valid configuration. "
                        + readLog();
            case Unknown -> "This reason is not known here. Look it up: " + REASONS;
            case SpotInterruption ->
                "Fargate Spot took the capacity back; ECS starts another task when there is some. A base on FARGATE in capacityProviderStrategy keeps that many on demand.";
            case StoppedByUser -> "Somebody stopped the task; ECS starts another. CloudTrail knows who: StopTask.";
            case PlatformRetirement -> "AWS retired what the task ran on; ECS starts another. Nothing is to be done.";
            case Scaling -> "The service was scaled in. Nothing is to be done.";
            case Replaced -> "A newer rollout took the task's place. Nothing is to be done.";
        };
    }

    /** Words that break off early fit a refusal as well. */
    private String orDenied(String refused) {
        return finding.words().isEmpty() || Signatures.tellNoAnswer(finding.words())
                ? ""
                : " ECS's words break off; if it does, %s %s.".formatted(Ways.lowerFirst(executionRole()), refused);
    }

    private String imageDenied() {
        boolean ecr = Ways.isEcr(finding.words()) || finding.words().contains("ecr");
        return ecr
                ? "%s may not pull %s. Allow it %s; for another account's repository its policy must, too."
                        .formatted(executionRole(), Ways.lowerFirst(image()), PULL_RIGHTS)
                : "The registry refuses %s: it does not exist, or is private. Correct the image, or give the container repositoryCredentials."
                        .formatted(Ways.lowerFirst(image()));
    }

    private String noCapacity() {
        return finding.words().contains("limit")
                ? "The account's quota of Fargate is used up in this region. Raise it in Service Quotas (Fargate On-Demand or Spot vCPU resource count), or run less."
                : "Fargate has no capacity now in the zones of %s. ECS tries again; name subnets of more zones, or use FARGATE beside FARGATE_SPOT in capacityProviderStrategy."
                        .formatted(ways.subnets());
    }

    private String exited() {
        int code = finding.culprit().flatMap(Meanings::code).orElse(0);
        String how =
                switch (code) {
                    case 0 -> "ended by itself without an error (exit code 0), but a service's containers must go on";
                    case 139 -> "crashed: segmentation fault (exit code 139)";
                    case 134 -> "aborted (exit code 134)";
                    case 143 -> "was ended by a SIGTERM (exit code 143)";
                    default -> "ended by itself with exit code %d".formatted(code);
                };
        return "%s %s. %s".formatted(container(), how, readLog());
    }

    private static Optional<Integer> code(Exit exit) {
        return exit.exitCode().isPresent() ? Optional.of(exit.exitCode().getAsInt()) : Optional.empty();
    }

    private String readLog() {
        String group = logGroup();
        return group.isEmpty() || group.contains(" ")
                ? "Read its log."
                : "Read its log: aws logs tail %s --since 1h".formatted(group);
    }

    private String container() {
        return finding.culprit().map(exit -> "Container " + exit.container()).orElse("A container");
    }

    private String checked() {
        List<String> checked = finding.culprit()
                .map(Exit::container)
                .map(List::of)
                .orElseGet(() -> facts.containers().stream()
                        .filter(TaskFacts.Container::checked)
                        .map(TaskFacts.Container::name)
                        .toList());
        return checked.isEmpty() ? "a container" : "container " + String.join(" or ", checked);
    }

    private String image() {
        return finding.culprit()
                .filter(exit -> !exit.image().isEmpty())
                .map(exit -> "Image %s of container %s".formatted(exit.image(), exit.container()))
                .orElse("The image");
    }

    private String processor() {
        return facts.size().architecture().isEmpty()
                ? "the task's cpuArchitecture"
                : "cpuArchitecture " + facts.size().architecture();
    }

    private String executionRole() {
        return facts.roles().execution().isEmpty()
                ? "The task's execution role"
                : "Execution role " + facts.roles().execution();
    }

    private String roles() {
        String named = List.of(facts.roles().execution(), facts.roles().task()).stream()
                .filter(role -> !role.isEmpty())
                .distinct()
                .filter(role ->
                        finding.words().contains(role) || !finding.words().contains("arn:"))
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "the reason names it" : named;
    }

    private String namedLogGroup() {
        return logGroup().isEmpty() ? "The log group" : "Log group " + logGroup();
    }

    /** That of the container, or all that the task's containers have. */
    private String logGroup() {
        return finding.culprit()
                .flatMap(exit -> facts.container(exit.container()))
                .map(TaskFacts.Container::logGroup)
                .filter(group -> !group.isEmpty())
                .orElseGet(() -> facts.containers().stream()
                        .map(TaskFacts.Container::logGroup)
                        .filter(group -> !group.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" or ")));
    }
}
