package dev.fargate.simulator.ecs.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.EcsCall;
import dev.fargate.simulator.ecs.Surroundings;
import dev.fargate.simulator.ecs.TargetGroupView;
import dev.fargate.simulator.ecs.task.NetworkRules;
import dev.fargate.simulator.ecs.taskdefinition.TaskShape;
import dev.fargate.simulator.ecs.wire.Request;
import java.util.List;

/**
 * What AWS refuses in a service.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html and
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-create-loadbalancer-bluegreen.html; texts as quoted
 * in issues of Terraform's AWS provider and of cdk-preflight.
 */
final class ServiceRules {
    private final Surroundings around;
    private final NetworkRules network;

    ServiceRules(Surroundings around) {
        this.around = around;
        this.network = new NetworkRules(around);
    }

    void check(EcsCall call, Revision revision, JsonNode conduct) {
        if (!revision.definition().shape().fargate()) {
            throw AwsFault.invalidParameter("Task definition does not support launch_type FARGATE.");
        }
        checkController(conduct);
        checkPercents(conduct.path("deploymentConfiguration"));
        network.check(call, revision.network());
        revision.at("loadBalancers")
                .forEach(one -> checkBalancer(call, one, revision.definition().shape()));
        if (!revision.balanced()
                && conduct.path("healthCheckGracePeriodSeconds").asInt() > 0) {
            throw AwsFault.invalidParameter(
                    "Health check grace period is only valid for services configured to use load balancers");
        }
        checkRegistries(call, revision);
        checkVolumes(revision);
        if (!revision.at("platformVersion").asText().matches("LATEST|1\\.[34]\\.0")) {
            throw new AwsFault(400, "PlatformUnknownException", "The specified platform version does not exist.");
        }
    }

    private static void checkController(JsonNode conduct) {
        String type = conduct.path("deploymentController").path("type").asText();
        if (!type.equals("ECS")) {
            throw new AwsFault(
                    400, "UnsupportedFeatureException", "The simulator has no deployment controller " + type + ".");
        }
    }

    private static void checkPercents(JsonNode rollout) {
        int most = rollout.path("maximumPercent").asInt();
        int least = rollout.path("minimumHealthyPercent").asInt();
        if (least < 0 || least > 100) {
            throw AwsFault.invalidParameter("minimumHealthyPercent must be at most 100.");
        }
        if (most < 100) {
            throw AwsFault.invalidParameter("maximumPercent must be at least 100.");
        }
        if (most == 100 && least == 100) {
            throw AwsFault.invalidParameter(
                    "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.");
        }
    }

    private void checkBalancer(EcsCall call, JsonNode balancer, TaskShape shape) {
        String name = balancer.path("containerName").asText();
        int port = balancer.path("containerPort").asInt();
        if (balancer.hasNonNull("loadBalancerName")) {
            throw AwsFault.invalidParameter("Classic Load Balancers are not supported with Fargate.");
        }
        String group = balancer.path("targetGroupArn").asText();
        TargetGroupView view = around.targetGroup(call, group)
                .orElseThrow(() -> AwsFault.invalidParameter(
                        "The specified target group does not exist. Specify a valid target group and try again."));
        if (!view.targetType().equals("ip")) {
            throw AwsFault.invalidParameter("The provided target group " + group + " has target type "
                    + view.targetType()
                    + ", which is incompatible with the awsvpc network mode specified in the task definition.");
        }
        if (!view.hasLoadBalancer()) {
            throw AwsFault.invalidParameter(
                    "The target group with targetGroupArn " + group + " does not have an associated load balancer.");
        }
        TaskShape.Container container = shape.container(name)
                .orElseThrow(() ->
                        AwsFault.invalidParameter("The container " + name + " does not exist in the task definition."));
        if (!container.ports().contains(port)) {
            throw AwsFault.invalidParameter(
                    "The container " + name + " did not have a container port " + port + " defined.");
        }
    }

    private void checkRegistries(EcsCall call, Revision revision) {
        JsonNode registries = revision.at("serviceRegistries");
        if (registries.size() > 1) {
            throw AwsFault.invalidParameter("serviceRegistries can have at most 1 items.");
        }
        for (JsonNode registry : registries) {
            String arn = registry.path("registryArn").asText();
            if (!around.registryExists(call, arn)) {
                throw AwsFault.invalidParameter("The service registry " + arn + " does not exist.");
            }
        }
    }

    private static void checkVolumes(Revision revision) {
        List<String> volumes = revision.definition().shape().launchVolumes();
        for (JsonNode volume : revision.at("volumeConfigurations")) {
            String name = volume.path("name").asText();
            if (!volumes.contains(name)) {
                throw AwsFault.invalidParameter("The volume name '" + name
                        + "' in your request does not have a matching volume in your Task Definition.");
            }
        }
    }

    /** The desired count that a REPLICA service must come with. */
    static int desiredCount(Request request) {
        if (request.text("schedulingStrategy", "REPLICA").equals("DAEMON")) {
            throw AwsFault.invalidParameter(
                    "The daemon scheduling strategy is not supported by the FARGATE launch type.");
        }
        int count = request.integer("desiredCount")
                .orElseThrow(() ->
                        AwsFault.invalidParameter("desiredCount is required when the scheduling strategy is REPLICA."));
        if (count < 0) {
            throw AwsFault.invalidParameter("desiredCount should be greater than or equal to 0.");
        }
        return count;
    }
}
