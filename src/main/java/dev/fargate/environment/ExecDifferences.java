package dev.fargate.environment;

import dev.fargate.api.ExecuteCommandConfiguration;
import dev.fargate.engine.Difference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterConfiguration;
import software.amazon.awssdk.services.ecs.model.ExecuteCommandLogConfiguration;

/** Where the configuration of ECS Exec differs, by meaning: ECS puts the whole of it, and fills in its defaults. Pure. */
final class ExecDifferences {
    private static final String PATH = "cluster.configuration.executeCommandConfiguration.";
    private static final String LOGS = PATH + "logConfiguration.";
    private static final String NONE = "none";

    private ExecDifferences() {}

    /** Adds what differs, and tells whether anything did. */
    static boolean add(ExecuteCommandConfiguration declared, Cluster cluster, List<Difference> differences) {
        int before = differences.size();
        var live = Optional.ofNullable(cluster.configuration()).map(ClusterConfiguration::executeCommandConfiguration);
        var desired = ClusterRequests.executeCommand(declared);
        String key = text(Optional.ofNullable(desired.kmsKeyId()), NONE);
        String liveKey = text(live.map(found -> found.kmsKeyId()), NONE);
        // A key may be given by id and shown by ARN.
        if (!liveKey.endsWith("/" + key)) {
            compare(PATH + "kmsKeyId", key, liveKey, differences);
        }
        compare(
                PATH + "logging",
                text(Optional.ofNullable(desired.loggingAsString()), "DEFAULT"),
                text(live.map(found -> found.loggingAsString()), "DEFAULT"),
                differences);
        var logs = Optional.ofNullable(desired.logConfiguration());
        var liveLogs = live.map(found -> found.logConfiguration());
        new Logs(logs, liveLogs, differences)
                .compare("cloudWatchLogGroupName", ExecuteCommandLogConfiguration::cloudWatchLogGroupName, NONE)
                .compare(
                        "cloudWatchEncryptionEnabled",
                        ExecuteCommandLogConfiguration::cloudWatchEncryptionEnabled,
                        "false")
                .compare("s3BucketName", ExecuteCommandLogConfiguration::s3BucketName, NONE)
                .compare("s3EncryptionEnabled", ExecuteCommandLogConfiguration::s3EncryptionEnabled, "false")
                .compare("s3KeyPrefix", ExecuteCommandLogConfiguration::s3KeyPrefix, NONE);
        return differences.size() > before;
    }

    private static void compare(String path, String desired, String live, List<Difference> differences) {
        if (!desired.equals(live)) {
            differences.add(new Difference(path, desired, live));
        }
    }

    private static String text(Optional<?> value, String absent) {
        return value.map(Objects::toString).filter(text -> !text.isEmpty()).orElse(absent);
    }

    /** Both sides of the logs, field by field. */
    private record Logs(
            Optional<ExecuteCommandLogConfiguration> desired,
            Optional<ExecuteCommandLogConfiguration> live,
            List<Difference> differences) {
        Logs compare(String field, Function<ExecuteCommandLogConfiguration, ?> value, String absent) {
            ExecDifferences.compare(
                    LOGS + field, text(desired.map(value), absent), text(live.map(value), absent), differences);
            return this;
        }
    }
}
