package dev.fargate.testing;

/** Manifests that many tests start from, to be filled in by {@link World#apply}. */
public final class Manifests {
    private Manifests() {}

    /** An environment that admits the namespaces of tests and allows what the seeded account has. */
    public static String environment(String name) {
        return """
                apiVersion: fargate.dev/v1alpha1
                kind: FargateEnvironment
                metadata:
                  name: %1$s
                spec:
                  region: eu-west-1
                  cluster: {name: %1$s}
                  network:
                    subnets: ["${SUBNET_A}", "${SUBNET_B}"]
                    securityGroups: ["${SECURITY_GROUP}"]
                  defaults:
                    cpu: 256
                    memory: 512
                    executionRoleArn: ${EXECUTION_ROLE_ARN}
                  access:
                    namespaceSelector:
                      matchLabels: {tests: "yes"}
                    targetGroups: ["${TARGET_GROUP_ARN}"]
                    serviceRegistries: ["${REGISTRY_ARN}"]
                    secrets: ["${SECRET_ARN}*"]
                    roles: ["${TASK_ROLE_ARN}"]
                    fileSystems: ["${FILE_SYSTEM_ID}"]
                    environmentFiles: ["arn:aws:s3:::config/*"]
                    logGroups: ["/teams/*"]
                """.formatted(name);
    }

    /** The smallest service: one container of an image. */
    public static String service(String namespace, String name, String environment, String image) {
        return """
                apiVersion: fargate.dev/v1alpha1
                kind: FargateService
                metadata:
                  namespace: %s
                  name: %s
                spec:
                  environment: %s
                  desiredCount: 1
                  task:
                    containers:
                      - name: app
                        image: %s
                        portMappings: [{containerPort: 8080}]
                """.formatted(namespace, name, environment, image);
    }

    /** The smallest task definition: one container of an image. */
    public static String taskDefinition(String namespace, String name, String environment, String image) {
        return """
                apiVersion: fargate.dev/v1alpha1
                kind: FargateTaskDefinition
                metadata:
                  namespace: %s
                  name: %s
                spec:
                  environment: %s
                  task:
                    containers:
                      - name: app
                        image: %s
                        portMappings: [{containerPort: 8080}]
                """.formatted(namespace, name, environment, image);
    }

    /**
     * The smallest run, called run: one container of an image.
     *
     * @param spec further lines for its spec, indented by two
     */
    public static String run(String namespace, String environment, String image, String spec) {
        return """
                apiVersion: fargate.dev/v1alpha1
                kind: FargateTask
                metadata:
                  namespace: %s
                  name: run
                spec:
                  environment: %s
                  %s
                  task:
                    containers:
                      - name: app
                        image: %s
                """.formatted(namespace, environment, spec, image);
    }

    /**
     * The smallest schedule, called nightly: one container of an image.
     *
     * @param spec further lines for its spec, indented by two
     */
    public static String schedule(String namespace, String environment, String image, String spec) {
        return run(namespace, environment, image, spec)
                .replace("kind: FargateTask", "kind: FargateSchedule")
                .replace("name: run", "name: nightly");
    }

    /** The smallest service that runs a task definition, by name or by ARN. */
    public static String serviceOf(String namespace, String name, String environment, String taskDefinition) {
        return """
                apiVersion: fargate.dev/v1alpha1
                kind: FargateService
                metadata:
                  namespace: %s
                  name: %s
                spec:
                  environment: %s
                  desiredCount: 1
                  taskDefinition: %s
                """.formatted(namespace, name, environment, taskDefinition);
    }
}
