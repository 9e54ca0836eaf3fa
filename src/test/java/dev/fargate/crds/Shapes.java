package dev.fargate.crds;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaPropsBuilder;
import java.util.List;
import java.util.Map;

/** What the generator's annotations cannot say: how lists merge, and the schemas of the types that Kubernetes brings. */
final class Shapes {
    /** Lists that ECS keys by a field: two appliers may own different items, and a key occurs once. */
    private static final Map<String, String> MAPS = Map.ofEntries(
            entry("spec.capacityProviderStrategy", "capacityProvider"),
            entry("spec.listeners", "port"),
            entry("spec.cluster.defaultCapacityProviderStrategy", "capacityProvider"),
            entry("spec.overrides.containerOverrides", "name"),
            entry("spec.overrides.containerOverrides[].environment", "name"),
            entry("spec.task.containers", "name"),
            entry("spec.task.volumes", "name"),
            entry("spec.task.proxyConfiguration.properties", "name"),
            entry("spec.task.containers[].environment", "name"),
            entry("spec.task.containers[].secrets", "name"),
            entry("spec.task.containers[].dependsOn", "containerName"),
            entry("spec.task.containers[].mountPoints", "containerPath"),
            entry("spec.task.containers[].volumesFrom", "sourceContainer"),
            entry("spec.task.containers[].ulimits", "name"),
            entry("spec.task.containers[].systemControls", "namespace"),
            entry("spec.task.containers[].linuxParameters.tmpfs", "containerPath"),
            entry("spec.task.containers[].logConfiguration.secretOptions", "name"),
            entry("status.conditions", "type"));

    private static final List<String> SETS = List.of(
            "spec.network.subnets",
            "spec.subnets",
            "spec.securityGroups",
            "spec.allowedSources",
            "spec.network.securityGroups",
            "spec.access.roles",
            "spec.access.subnets",
            "spec.access.securityGroups",
            "spec.access.targetGroups",
            "spec.access.serviceRegistries",
            "spec.access.secrets",
            "spec.access.fileSystems",
            "spec.access.taskDefinitions",
            "spec.access.environmentFiles",
            "spec.access.logGroups",
            "spec.access.adopt",
            "spec.access.queues",
            "spec.access.keys",
            "spec.access.certificates",
            "spec.cluster.capacityProviders",
            "spec.failurePolicy.rules[].values",
            "spec.task.containers[].restartPolicy.ignoredExitCodes",
            "spec.task.containers[].linuxParameters.capabilities.add",
            "spec.task.containers[].linuxParameters.capabilities.drop");

    private static final String LABEL = "A label's key, perhaps with a prefix.";

    private Shapes() {}

    static void applyTo(JSONSchemaProps root) {
        replace(root, "status", "conditions", conditions());
        if (Schemas.at(root, "spec.access") != null) {
            replace(root, "spec.access", "namespaceSelector", labelSelector());
        }
        Schemas.walk("", root, (path, field) -> Shapes.rulesOnce(field));
        MAPS.forEach((path, key) -> {
            JSONSchemaProps list = Schemas.at(root, path);
            if (list != null) {
                list.setXKubernetesListType("map");
                list.setXKubernetesListMapKeys(List.of(key));
            }
        });
        SETS.stream()
                .map(path -> Schemas.at(root, path))
                .filter(list -> list != null)
                .forEach(list -> list.setXKubernetesListType("set"));
    }

    /** The generator finds a rule of a record's component twice, at its field and at its accessor. */
    private static void rulesOnce(JSONSchemaProps schema) {
        if (schema.getXKubernetesValidations() != null) {
            schema.setXKubernetesValidations(
                    schema.getXKubernetesValidations().stream().distinct().toList());
        }
    }

    private static void replace(JSONSchemaProps root, String parent, String name, JSONSchemaProps schema) {
        JSONSchemaProps generated = Schemas.at(root, parent + "." + name);
        schema.setDescription(generated.getDescription());
        Schemas.at(root, parent).getProperties().put(name, schema);
    }

    /** As {@code metav1.Condition} declares it. */
    private static JSONSchemaProps conditions() {
        return list(
                16,
                new JSONSchemaPropsBuilder()
                        .withType("object")
                        .addToProperties("type", string("What is told.", 316))
                        .addToProperties(
                                "status",
                                new JSONSchemaPropsBuilder(string("True, False or Unknown.", 7))
                                        .addToEnum(
                                                TextNode.valueOf("True"),
                                                TextNode.valueOf("False"),
                                                TextNode.valueOf("Unknown"))
                                        .build())
                        .addToProperties("reason", string("One word for programs.", 1024))
                        .addToProperties("message", string("A sentence for people, with the next step.", 32768))
                        .addToProperties("lastTransitionTime", time("When status last changed."))
                        .addToProperties("observedGeneration", integer("Generation of the spec that this is about."))
                        .withRequired("lastTransitionTime", "status", "type")
                        .build());
    }

    /** As {@code metav1.LabelSelector} declares it. */
    private static JSONSchemaProps labelSelector() {
        JSONSchemaProps requirement = new JSONSchemaPropsBuilder()
                .withType("object")
                .addToProperties("key", string(LABEL, 317))
                .addToProperties(
                        "operator",
                        new JSONSchemaPropsBuilder(string("In, NotIn, Exists or DoesNotExist.", 16))
                                .addToEnum(
                                        TextNode.valueOf("In"),
                                        TextNode.valueOf("NotIn"),
                                        TextNode.valueOf("Exists"),
                                        TextNode.valueOf("DoesNotExist"))
                                .build())
                .addToProperties(
                        "values",
                        described(list(100, string(null, 63)), "Values for In and NotIn. Absent: default none."))
                .withRequired("key", "operator")
                .build();
        JSONSchemaProps labels = new JSONSchemaPropsBuilder()
                .withType("object")
                .withDescription("Labels, all of which a namespace has. Absent: default none asked for.")
                .withMaxProperties(20L)
                .withNewAdditionalProperties()
                .withSchema(string(null, 63))
                .endAdditionalProperties()
                .build();
        return new JSONSchemaPropsBuilder()
                .withType("object")
                .addToProperties("matchLabels", labels)
                .addToProperties(
                        "matchExpressions",
                        described(
                                list(20, requirement),
                                "Requirements, all of which a namespace meets. Absent: default none."))
                .withXKubernetesMapType("atomic")
                .build();
    }

    private static JSONSchemaProps string(String description, long max) {
        return new JSONSchemaPropsBuilder()
                .withType("string")
                .withDescription(description)
                .withMaxLength(max)
                .build();
    }

    private static JSONSchemaProps time(String description) {
        return new JSONSchemaPropsBuilder(string(description, 64))
                .withFormat("date-time")
                .build();
    }

    private static JSONSchemaProps integer(String description) {
        return new JSONSchemaPropsBuilder()
                .withType("integer")
                .withDescription(description)
                .withMinimum(0.0)
                .build();
    }

    private static JSONSchemaProps list(long max, JSONSchemaProps items) {
        return new JSONSchemaPropsBuilder()
                .withType("array")
                .withMaxItems(max)
                .withNewItems()
                .withSchema(items)
                .endItems()
                .build();
    }

    private static JSONSchemaProps described(JSONSchemaProps schema, String description) {
        schema.setDescription(description);
        return schema;
    }
}
