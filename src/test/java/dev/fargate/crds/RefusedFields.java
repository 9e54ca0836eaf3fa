package dev.fargate.crds;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaPropsBuilder;
import java.util.List;

/**
 * Fields of the ECS API that Fargate, or this operator, refuses. They are in the schema for one purpose: a manifest that has
 * one is told why and what to do, where an unknown field would only be called unknown. No record has them.
 */
final class RefusedFields {
    private static final String NETWORK = "tasks have a network interface of their own (awsvpc)";
    private static final String PLACEMENT = "Fargate places tasks itself, over the subnets' zones: remove it";
    private static final String EC2 =
            "use an EC2 or managed instances service for it, which this operator does not run";

    /** A field, its JSON type, the CEL that it must pass (never, or the one harmless value), and the reason. */
    private record Refused(String path, String type, String rule, String reason) {}

    private static final List<Refused> TABLE = List.of(
            container("privileged", "boolean", "Fargate runs no privileged containers: remove it"),
            container("links", "string[]", NETWORK + ": remove links and use localhost"),
            container("hostname", "string", NETWORK + " and get their host name from it: remove it"),
            container("extraHosts", "object[]", NETWORK + ": remove extraHosts and use DNS"),
            container(
                    "dnsServers",
                    "string[]",
                    NETWORK + " and use the VPC's DNS: remove it and set DHCP options on the VPC"),
            container("dnsSearchDomains", "string[]", NETWORK + " and use the VPC's DNS: remove it and use full names"),
            container("dockerSecurityOptions", "string[]", "Fargate knows no docker security options: remove it"),
            container("resourceRequirements", "object[]", "Fargate has no GPU or other accelerator: " + EC2),
            container("disableNetworking", "boolean", NETWORK + ": remove disableNetworking"),
            container("gpu", "integer", "Fargate has no GPU: " + EC2),
            linux("devices", "object[]", "Fargate gives containers no host devices: " + EC2),
            linux("sharedMemorySize", "integer", "Fargate has a fixed /dev/shm: remove it"),
            linux("maxSwap", "integer", "Fargate has no swap: remove it and raise memory"),
            linux("swappiness", "integer", "Fargate has no swap: remove it and raise memory"),
            volume("host", "object", "Fargate has no host to mount from: leave host out for an empty directory"),
            volume("dockerVolumeConfiguration", "object", "Fargate has no docker volumes: use efsVolumeConfiguration"),
            volume(
                    "fsxWindowsFileServerVolumeConfiguration",
                    "object",
                    "Fargate mounts no FSx: use efsVolumeConfiguration"),
            volume(
                    "configuredAtLaunch",
                    "boolean",
                    "volumes configured at launch are not offered: use efsVolumeConfiguration"),
            new Refused(
                    "spec.task.networkMode",
                    "string",
                    "self == 'awsvpc'",
                    "Fargate has awsvpc only: remove networkMode"),
            new Refused(
                    "spec.task.ipcMode",
                    "string",
                    "false",
                    "Fargate containers share no IPC namespace: remove ipcMode and use a volume"),
            new Refused("spec.task.placementConstraints", "object[]", "false", PLACEMENT),
            new Refused("spec.placementConstraints", "object[]", "false", PLACEMENT),
            new Refused("spec.placementStrategy", "object[]", "false", PLACEMENT),
            new Refused(
                    "spec.launchType",
                    "string",
                    "self == 'FARGATE'",
                    "this operator runs services on FARGATE only: remove launchType"),
            new Refused(
                    "spec.schedulingStrategy",
                    "string",
                    "self == 'REPLICA'",
                    "Fargate runs no DAEMON services: remove schedulingStrategy"),
            new Refused(
                    "spec.deploymentController",
                    "object",
                    "false",
                    "ECS itself rolls services out (no CODE_DEPLOY, no EXTERNAL): remove it and use deployment"));

    private RefusedFields() {}

    static void declareIn(JSONSchemaProps root, boolean isService) {
        TABLE.stream()
                .filter(refused -> isService || refused.path.startsWith("spec.task."))
                .forEach(refused -> {
                    int dot = refused.path.lastIndexOf('.');
                    Schemas.add(
                            Schemas.at(root, refused.path.substring(0, dot)),
                            refused.path.substring(dot + 1),
                            schema(refused));
                });
    }

    static boolean has(String path) {
        return TABLE.stream().anyMatch(refused -> refused.path.equals(path));
    }

    private static JSONSchemaProps schema(Refused refused) {
        boolean list = refused.type.endsWith("[]");
        JSONSchemaProps one = ofType(list ? refused.type.substring(0, refused.type.length() - 2) : refused.type);
        JSONSchemaPropsBuilder field = list
                ? new JSONSchemaPropsBuilder()
                        .withType("array")
                        .withMaxItems(50L)
                        .withNewItems()
                        .withSchema(one)
                        .endItems()
                : new JSONSchemaPropsBuilder(one);
        return field.withDescription("Refused: " + refused.reason + ".")
                .addNewXKubernetesValidation()
                .withRule(refused.rule)
                .withMessage(refused.reason)
                .endXKubernetesValidation()
                .build();
    }

    private static JSONSchemaProps ofType(String type) {
        return switch (type) {
            case "string" ->
                new JSONSchemaPropsBuilder().withType(type).withMaxLength(1024L).build();
            case "object" ->
                new JSONSchemaPropsBuilder()
                        .withType(type)
                        .withXKubernetesPreserveUnknownFields(true)
                        .build();
            default -> new JSONSchemaPropsBuilder().withType(type).build();
        };
    }

    private static Refused container(String field, String type, String reason) {
        return new Refused("spec.task.containers[]." + field, type, "false", reason);
    }

    private static Refused linux(String field, String type, String reason) {
        return container("linuxParameters." + field, type, reason);
    }

    private static Refused volume(String field, String type, String reason) {
        return new Refused("spec.task.volumes[]." + field, type, "false", reason);
    }
}
