package dev.fargate.simulator.moto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.EcsApi;
import dev.fargate.simulator.ecs.EcsCall;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.AwsError;
import dev.fargate.simulator.wire.ErrorReplies;
import dev.fargate.simulator.wire.Json;
import dev.fargate.simulator.wire.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets Application Auto Scaling know the simulated ECS services, of which moto's own ECS has none: one that a registration names is
 * there for moto, too, and its count is brought within the bounds. What goes with a scalable target goes, and what is not there is an
 * ObjectNotFoundException.
 *
 * <p>Sources: https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html,
 * …/API_DeregisterScalableTarget.html, …/API_PutScalingPolicy.html, …/API_PutScheduledAction.html
 */
public final class ScalableServices implements MotoFilter {
    private static final String ECS = "AmazonEC2ContainerServiceV20141113.";
    private static final String SCALING = "AnyScaleFrontendService.";

    private final MotoCalls moto;
    private final Supplier<? extends EcsApi> ecs;

    public ScalableServices(MotoCalls moto, Supplier<? extends EcsApi> ecs) {
        this.moto = moto;
        this.ecs = ecs;
    }

    @Override
    public Optional<Reply> before(AwsCall call) {
        if (!isOfService(call)) {
            return Optional.empty();
        }
        Scaled scaled = Scaled.of(call);
        return switch (call.operation()) {
            case "RegisterScalableTarget" -> beforeRegistration(call, scaled);
            case "PutScalingPolicy" ->
                unregistered(call, scaled).or(() -> {
                    forgetAlarms(scaled, Json.parse(call.request().body()));
                    return Optional.empty();
                });
            case "DeregisterScalableTarget", "PutScheduledAction" -> unregistered(call, scaled);
            default -> Optional.empty();
        };
    }

    @Override
    public Reply after(AwsCall call, Reply reply) {
        if (!isOfService(call)) {
            return reply;
        }
        Scaled scaled = Scaled.of(call);
        if (reply.status() != 200) {
            return call.operation().startsWith("Delete")
                    ? refused(
                            call,
                            "ObjectNotFoundException",
                            Json.parse(reply.body()).path("message").asText())
                    : reply;
        }
        switch (call.operation()) {
            case "RegisterScalableTarget" ->
                clamp(scaled, Json.parse(call.request().body()));
            case "DeregisterScalableTarget" -> clear(scaled);
            default -> {}
        }
        return reply;
    }

    private static boolean isOfService(AwsCall call) {
        return call.service().equals("application-autoscaling")
                && call.request().text().contains(Scaled.DIMENSION)
                && Json.parse(call.request().body()).has("ResourceId");
    }

    private Optional<Reply> beforeRegistration(AwsCall call, Scaled scaled) {
        if (service(scaled).path("status").asText().equals("ACTIVE")) {
            moto.json(
                    scaled.place(), "ecs", ECS + "CreateCluster", Json.object().put("clusterName", scaled.cluster()));
            moto.json(
                    scaled.place(),
                    "ecs",
                    ECS + "CreateService",
                    Json.object()
                            .put("cluster", scaled.cluster())
                            .put("serviceName", scaled.service())
                            .put("desiredCount", 0));
            return Optional.empty();
        }
        return Optional.of(refused(call, "ValidationException", "ECS service doesn't exist: " + scaled.resourceId()));
    }

    private Optional<Reply> unregistered(AwsCall call, Scaled scaled) {
        return isRegistered(scaled)
                ? Optional.empty()
                : Optional.of(refused(
                        call,
                        "ObjectNotFoundException",
                        "No scalable target found for service namespace: ecs, resource ID: %s, scalable dimension: %s"
                                .formatted(scaled.resourceId(), Scaled.DIMENSION)));
    }

    /** moto makes new alarms for a policy that is put again, and keeps the old ones. */
    private void forgetAlarms(Scaled scaled, JsonNode request) {
        scaling(scaled, "DescribeScalingPolicies", scaled.target())
                .path("ScalingPolicies")
                .valueStream()
                .filter(policy -> policy.path("ResourceId").asText().equals(scaled.resourceId()))
                .filter(policy -> policy.path("PolicyName").equals(request.path("PolicyName")))
                .flatMap(policy -> policy.path("Alarms").valueStream())
                .forEach(alarm -> moto.query(
                        scaled.place(),
                        "monitoring",
                        Map.of(
                                "Action", "DeleteAlarms",
                                "Version", "2010-08-01",
                                "AlarmNames.member.1", alarm.path("AlarmName").asText())));
    }

    private void clamp(Scaled scaled, JsonNode request) {
        int now = service(scaled).path("desiredCount").asInt();
        int within = Math.clamp(
                now,
                request.path("MinCapacity").asInt(0),
                request.path("MaxCapacity").asInt(Integer.MAX_VALUE));
        if (within != now) {
            ecs(scaled, "UpdateService", scaled.named("service").put("desiredCount", within));
        }
    }

    private void clear(Scaled scaled) {
        clear(scaled, "DescribeScalingPolicies", "ScalingPolicies", "DeleteScalingPolicy", "PolicyName");
        clear(scaled, "DescribeScheduledActions", "ScheduledActions", "DeleteScheduledAction", "ScheduledActionName");
    }

    private void clear(Scaled scaled, String describe, String list, String delete, String name) {
        scaling(scaled, describe, scaled.target())
                .path(list)
                .valueStream()
                .filter(found -> found.path("ResourceId").asText().equals(scaled.resourceId()))
                .forEach(found -> scaling(
                        scaled,
                        delete,
                        scaled.target().put(name, found.path(name).asText())));
    }

    private boolean isRegistered(Scaled scaled) {
        ObjectNode request = Json.object().put("ServiceNamespace", "ecs");
        request.putArray("ResourceIds").add(scaled.resourceId());
        return !scaling(scaled, "DescribeScalableTargets", request)
                .path("ScalableTargets")
                .isEmpty();
    }

    private JsonNode scaling(Scaled scaled, String operation, ObjectNode request) {
        return Json.parse(moto.json(scaled.place(), "application-autoscaling", SCALING + operation, request)
                .body());
    }

    /** Missing when there is none, or no such cluster. */
    private JsonNode service(Scaled scaled) {
        ObjectNode request = Json.object().put("cluster", scaled.cluster());
        request.putArray("services").add(scaled.service());
        try {
            return ecs(scaled, "DescribeServices", request).path("services").path(0);
        } catch (AwsFault noCluster) {
            return Json.object();
        }
    }

    private JsonNode ecs(Scaled scaled, String operation, ObjectNode request) {
        return ecs.get()
                .call(new EcsCall(
                        operation,
                        request,
                        scaled.place().accountId(),
                        scaled.place().region(),
                        scaled.partition()));
    }

    private static Reply refused(AwsCall call, String code, String message) {
        return ErrorReplies.of(call.protocol(), new AwsError(400, code, message));
    }

    /** The service that a call is about. */
    private record Scaled(Place place, String partition, String cluster, String service) {
        static final String DIMENSION = "ecs:service:DesiredCount";

        static Scaled of(AwsCall call) {
            String[] parts = Json.parse(call.request().body())
                    .path("ResourceId")
                    .asText()
                    .split("/", -1);
            return new Scaled(
                    new Place(call.caller().accountId(), call.caller().region()),
                    call.caller().partition(),
                    parts.length > 1 ? parts[1] : "",
                    parts.length > 2 ? parts[2] : "");
        }

        String resourceId() {
            return "service/%s/%s".formatted(cluster, service);
        }

        ObjectNode target() {
            return Json.object()
                    .put("ServiceNamespace", "ecs")
                    .put("ResourceId", resourceId())
                    .put("ScalableDimension", DIMENSION);
        }

        ObjectNode named(String member) {
            return Json.object().put("cluster", cluster).put(member, service);
        }
    }
}
