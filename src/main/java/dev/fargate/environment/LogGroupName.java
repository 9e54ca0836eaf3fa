package dev.fargate.environment;

import dev.fargate.api.WorkloadDefaults.Logs;

/** The log group that an environment gives to a workload. */
public final class LogGroupName {
    private LogGroupName() {}

    public static String of(Logs logs, String namespace, String workload) {
        return logs.group().replace("{namespace}", namespace).replace("{name}", workload);
    }
}
