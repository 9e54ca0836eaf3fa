package dev.fargate.api;

import java.util.List;
import java.util.Map;

public record Container(
        String name,
        String image,
        Boolean essential,
        List<String> command,
        List<String> entryPoint,
        String workingDirectory,
        String user,
        Integer cpu,
        Integer memory,
        Integer memoryReservation,
        List<PortMapping> portMappings,
        List<NameValue> environment,
        List<Secret> secrets,
        LogConfiguration logConfiguration,
        FirelensConfiguration firelensConfiguration,
        HealthCheck healthCheck,
        List<Dependency> dependsOn,
        Integer startTimeout,
        Integer stopTimeout,
        List<MountPoint> mountPoints,
        Boolean readonlyRootFilesystem,
        Map<String, String> dockerLabels) {

    public Container {
        command = Api.filled(command);
        entryPoint = Api.filled(entryPoint);
        portMappings = Api.filled(portMappings);
        environment = Api.filled(environment);
        secrets = Api.filled(secrets);
        dependsOn = Api.filled(dependsOn);
        mountPoints = Api.filled(mountPoints);
        dockerLabels = Api.filled(dockerLabels);
    }

    public record PortMapping(Integer containerPort, Protocol protocol, String name, AppProtocol appProtocol) {}

    public enum Protocol {
        tcp,
        udp
    }

    public enum AppProtocol {
        http,
        http2,
        grpc
    }

    public record NameValue(String name, String value) {}

    public record Secret(String name, String valueFrom) {}

    public record LogConfiguration(LogDriver logDriver, Map<String, String> options, List<Secret> secretOptions) {
        public LogConfiguration {
            options = Api.filled(options);
            secretOptions = Api.filled(secretOptions);
        }
    }

    public enum LogDriver {
        awslogs,
        splunk,
        awsfirelens
    }

    public record FirelensConfiguration(FirelensType type, Map<String, String> options) {
        public FirelensConfiguration {
            options = Api.filled(options);
        }
    }

    public enum FirelensType {
        fluentbit,
        fluentd
    }

    public record HealthCheck(
            List<String> command, Integer interval, Integer timeout, Integer retries, Integer startPeriod) {
        public HealthCheck {
            command = Api.filled(command);
        }
    }

    public record Dependency(String containerName, ContainerCondition condition) {}

    public enum ContainerCondition {
        START,
        COMPLETE,
        SUCCESS,
        HEALTHY
    }

    public record MountPoint(String sourceVolume, String containerPath, Boolean readOnly) {}
}
