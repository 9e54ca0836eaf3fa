package dev.fargate.simulator.ecs.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.stage.Sharing;
import dev.fargate.simulator.ecs.wire.Request;
import java.util.List;

/**
 * Reads the settings of a service from a request and fills in what AWS fills in.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 */
final class Settings {
    /** Members whose change is no deployment. */
    static final List<String> CONDUCT = List.of(
            "deploymentConfiguration",
            "healthCheckGracePeriodSeconds",
            "enableExecuteCommand",
            "enableECSManagedTags",
            "propagateTags",
            "availabilityZoneRebalancing",
            "deploymentController");

    private final Sharing sharing;

    Settings(Sharing sharing) {
        this.sharing = sharing;
    }

    /**
     * The revision's part of a CreateService.
     *
     * @param clusterStrategy the cluster's default, which is copied in when the request names neither strategy nor type
     */
    ObjectNode revision(Request request, JsonNode clusterStrategy) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("platformVersion", "LATEST");
        boolean strategy = !request.at("capacityProviderStrategy").isEmpty();
        if (strategy && request.has("launchType")) {
            throw AwsFault.invalidParameter("Specifying both a launch type and capacity provider strategy is not"
                    + " supported. Remove one and try again.");
        }
        for (String member : Revision.MEMBERS) {
            if (request.has(member) && !(member.equals("capacityProviderStrategy") && !strategy)) {
                settings.set(member, member(member, request.at(member)));
            }
        }
        if (!strategy && !request.has("launchType")) {
            if (clusterStrategy.isEmpty()) {
                // Without either, the launch type is EC2, and this account has no container instances.
                throw AwsFault.invalidParameter("No Container Instances were found in your cluster.");
            }
            settings.set("capacityProviderStrategy", member("capacityProviderStrategy", clusterStrategy));
        }
        return settings;
    }

    /** The revision's part after an UpdateService; equal to the old one if the request changes nothing. */
    ObjectNode revision(Request request, ObjectNode old) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.setAll(old);
        for (String member : Revision.MEMBERS) {
            if (request.has(member) && !member.equals("launchType")) {
                settings.set(member, member(member, request.at(member)));
            }
        }
        if (request.has("capacityProviderStrategy")) {
            // An empty strategy goes back to the launch type: API_UpdateService, capacityProviderStrategy
            if (request.at("capacityProviderStrategy").isEmpty()) {
                settings.remove("capacityProviderStrategy");
                settings.put("launchType", "FARGATE");
            } else {
                settings.remove("launchType");
            }
        }
        return settings;
    }

    /** The other part after a CreateService. */
    JsonNode conduct(Request request) {
        ObjectNode conduct = JsonNodeFactory.instance.objectNode();
        ObjectNode rollout = conduct.putObject("deploymentConfiguration");
        rollout.putObject("deploymentCircuitBreaker").put("enable", false).put("rollback", false);
        rollout.put("maximumPercent", 200).put("minimumHealthyPercent", 100).put("strategy", "ROLLING");
        conduct.put("healthCheckGracePeriodSeconds", 0);
        conduct.put("enableExecuteCommand", false);
        conduct.put("enableECSManagedTags", false);
        conduct.put("propagateTags", "NONE");
        conduct.put("availabilityZoneRebalancing", "ENABLED");
        conduct.putObject("deploymentController").put("type", "ECS");
        return conduct(request, conduct);
    }

    /** The other part after an UpdateService. */
    JsonNode conduct(Request request, JsonNode old) {
        ObjectNode conduct = old.deepCopy();
        for (String member : CONDUCT) {
            if (request.has(member)) {
                if (member.equals("deploymentConfiguration")) {
                    ((ObjectNode) conduct.path(member)).setAll((ObjectNode) request.at(member));
                } else {
                    conduct.set(member, request.at(member));
                }
            }
        }
        return sharing.one(conduct);
    }

    private JsonNode member(String name, JsonNode value) {
        JsonNode copy = value.deepCopy();
        switch (name) {
            case "networkConfiguration" -> {
                if (copy.path("awsvpcConfiguration") instanceof ObjectNode network) {
                    if (!network.has("securityGroups")) {
                        network.putArray("securityGroups");
                    }
                    if (!network.has("assignPublicIp")) {
                        network.put("assignPublicIp", "DISABLED");
                    }
                }
            }
            case "capacityProviderStrategy" ->
                copy.forEach(item -> {
                    ObjectNode provider = (ObjectNode) item;
                    provider.put("weight", provider.path("weight").asInt(0));
                    provider.put("base", provider.path("base").asInt(0));
                });
            default -> {}
        }
        return sharing.one(copy);
    }
}
