package dev.fargate.simulator.moto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.AwsError;
import dev.fargate.simulator.wire.ErrorReplies;
import dev.fargate.simulator.wire.Json;
import dev.fargate.simulator.wire.Received;
import dev.fargate.simulator.wire.Reply;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets EKS Fargate profiles take their time, one operation in a cluster, which moto does at once and side by side; honours client tokens
 * and the quota. Creations and deletions refuse with the words that EKS uses, as users have reported them.
 *
 * <p>Sources: https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateFargateProfile.html, …/API_DeleteFargateProfile.html,
 * https://github.com/hashicorp/terraform/issues/25059, https://github.com/terraform-aws-modules/terraform-aws-eks/pull/866
 */
public final class FargateProfiles implements MotoFilter {
    /** The tag of a cluster by which a test sets another quota than AWS's. */
    static final String QUOTA_TAG = "simulator/profile-quota";

    /** Service quotas of Amazon EKS, "Fargate profiles per cluster". */
    private static final int QUOTA = 10;

    /** A pod execution role of such a name makes a creation fail. */
    private static final String FAILING_ROLE = "role/used-by-nodes";

    private final Upstream upstream;
    private final Supplier<Instant> clock;
    private final Duration takes;
    private final Map<Key, ProfileOperation> operations = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final ProfileTags tags = new ProfileTags();

    /**
     * None yet.
     *
     * @param takes how long a creation or a deletion is under way
     */
    public FargateProfiles(Upstream upstream, Supplier<Instant> clock, Duration takes) {
        this.upstream = upstream;
        this.clock = clock;
        this.takes = takes;
    }

    @Override
    public synchronized Optional<Reply> before(AwsCall call) {
        if (!call.service().equals("eks")) {
            return Optional.empty();
        }
        finish();
        return switch (call.operation()) {
            case "CreateFargateProfile" -> beforeCreation(call);
            case "DeleteFargateProfile" -> Optional.of(deletion(call));
            case "TagResource", "UntagResource" -> tags.answer(call);
            default -> Optional.empty();
        };
    }

    @Override
    public synchronized Reply after(AwsCall call, Reply reply) {
        if (!call.service().equals("eks") || reply.status() != 200) {
            return reply;
        }
        return switch (call.operation()) {
            case "CreateFargateProfile" -> {
                JsonNode request = Json.parse(call.request().body());
                String name = request.path("fargateProfileName").asText();
                tokens.put(token(call, request), name);
                tags.made(Json.parse(reply.body()).path("fargateProfile"));
                begin(call, name, ProfileOperation.CREATING, null);
                yield shown(call, reply, name);
            }
            case "DescribeFargateProfile" -> shown(call, reply, profile(call));
            default -> reply;
        };
    }

    public synchronized void forget() {
        operations.clear();
        tokens.clear();
        tags.forget();
    }

    private Optional<Reply> beforeCreation(AwsCall call) {
        JsonNode request = Json.parse(call.request().body());
        String name = request.path("fargateProfileName").asText();
        if (name.equals(tokens.get(token(call, request)))
                && describe(call, name).status() == 200) {
            return Optional.of(shown(call, describe(call, name), name));
        }
        if (describe(call, name).status() == 200) {
            return Optional.empty(); // moto refuses: "A Fargate Profile already exists with this name in this cluster."
        }
        return busy(call, "Cannot create Fargate Profile " + name)
                .or(() -> names(call) >= quota(call)
                        ? Optional.of(refused(
                                call,
                                new AwsError(
                                        400,
                                        "ResourceLimitExceededException",
                                        "Fargate Profile limit exceeded for cluster " + cluster(call))))
                        : Optional.empty());
    }

    private Reply deletion(AwsCall call) {
        String name = profile(call);
        Reply there = describe(call, name);
        if (there.status() != 200) {
            return there;
        }
        return busy(call, "Cannot Delete Fargate Profile " + name).orElseGet(() -> {
            begin(call, name, ProfileOperation.DELETING, call.request());
            return shown(call, there, name);
        });
    }

    private Optional<Reply> busy(AwsCall call, String refusal) {
        return operations.entrySet().stream()
                .filter(entry -> entry.getKey().sameCluster(key(call, "")))
                .map(Map.Entry::getValue)
                .filter(ProfileOperation::isUnderWay)
                .findFirst()
                .map(other -> refused(
                        call,
                        new AwsError(
                                409,
                                "ResourceInUseException",
                                "%s because cluster %s currently has Fargate profile %s in status %s"
                                        .formatted(refusal, other.cluster(), other.name(), other.status()))));
    }

    private void begin(AwsCall call, String name, String status, Received deletion) {
        operations.put(
                key(call, name),
                new ProfileOperation(
                        cluster(call),
                        name,
                        status,
                        clock.get().plus(takes),
                        deletion == null && call.request().text().contains(FAILING_ROLE),
                        deletion));
    }

    /** Deletions reach moto when they are done, creations are done by being forgotten. */
    private void finish() {
        Instant now = clock.get();
        operations.values().stream()
                .filter(operation -> operation.isOver(now) && operation.deletion() != null)
                .forEach(operation -> upstream.pass(operation.deletion()));
        operations.replaceAll((key, operation) -> operation.hasFailed(now) ? operation.failed() : operation);
        operations.values().removeIf(operation -> operation.isOver(now));
    }

    private Reply shown(AwsCall call, Reply reply, String name) {
        ProfileOperation operation = operations.get(key(call, name));
        ObjectNode body = (ObjectNode) Json.parse(reply.body());
        ObjectNode profile = (ObjectNode) body.path("fargateProfile");
        tags.show(profile);
        if (operation != null) {
            profile.put("status", operation.status());
            if (operation.status().equals(ProfileOperation.CREATE_FAILED)) {
                profile.putObject("health")
                        .putArray("issues")
                        .addObject()
                        .put("code", "PodExecutionRoleAlreadyInUse")
                        .put("message", "The pod execution role is already used by a node group of this cluster")
                        .putArray("resourceIds")
                        .add(profile.path("podExecutionRoleArn").asText());
            }
        }
        return reply.withBody(Json.bytes(body));
    }

    private Reply describe(AwsCall call, String name) {
        return get(call, "/clusters/%s/fargate-profiles/%s".formatted(cluster(call), name));
    }

    private int names(AwsCall call) {
        return Json.parse(get(call, "/clusters/%s/fargate-profiles".formatted(cluster(call)))
                        .body())
                .path("fargateProfileNames")
                .size();
    }

    private int quota(AwsCall call) {
        return Json.parse(get(call, "/clusters/" + cluster(call)).body())
                .path("cluster")
                .path("tags")
                .path(QUOTA_TAG)
                .asInt(QUOTA);
    }

    private Reply get(AwsCall call, String path) {
        Headers headers = new Headers();
        headers.set("Authorization", call.request().header("Authorization"));
        return upstream.pass(new Received("GET", URI.create(path), headers, new byte[0]));
    }

    private static Reply refused(AwsCall call, AwsError error) {
        return ErrorReplies.of(call.protocol(), error);
    }

    private static String token(AwsCall call, JsonNode request) {
        return cluster(call) + " " + request.path("clientRequestToken").asText();
    }

    private static Key key(AwsCall call, String name) {
        return new Key(new Place(call.caller().accountId(), call.caller().region()), cluster(call), name);
    }

    private static String cluster(AwsCall call) {
        return segment(call, 2);
    }

    private static String profile(AwsCall call) {
        return segment(call, 4);
    }

    /** Of {@code /clusters/NAME/fargate-profiles/NAME}. */
    private static String segment(AwsCall call, int number) {
        String[] segments = call.request().uri().getRawPath().split("/", -1);
        return segments.length > number ? URLDecoder.decode(segments[number], StandardCharsets.UTF_8) : "";
    }

    private record Key(Place place, String cluster, String name) {
        boolean sameCluster(Key other) {
            return place.equals(other.place) && cluster.equals(other.cluster);
        }
    }
}
