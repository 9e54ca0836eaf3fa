package dev.fargate.simulator.moto;

import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.AwsError;
import dev.fargate.simulator.wire.CallReader;
import dev.fargate.simulator.wire.ErrorReplies;
import dev.fargate.simulator.wire.Received;
import dev.fargate.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Lets VPC endpoints take their time, honours client tokens, lets one endpoint of a service have the private DNS name in a VPC, and knows
 * types of addresses: moto does nothing of it.
 *
 * <p>Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html, …/API_VpcEndpoint.html,
 * https://repost.aws/knowledge-center/vpc-fix-endpoint-dns-conflict
 */
public final class VpcEndpointsInTime implements MotoFilter {
    private static final Pattern ID = Pattern.compile("<vpcEndpointId>(vpce-[0-9a-z]+)</vpcEndpointId>");
    private static final Pattern STATE = Pattern.compile(
            "(<vpcEndpointId>(vpce-[0-9a-z]+)</vpcEndpointId>(?:(?!<vpcEndpointId>).)*?<state>)([A-Za-z]+)",
            Pattern.DOTALL);

    private final Upstream upstream;
    private final Supplier<Instant> clock;
    private final Duration takes;
    private final Map<String, Made> made = new HashMap<>();
    private final Map<String, Reply> tokens = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();

    /**
     * None yet.
     *
     * @param takes how long a creation or a deletion is under way
     */
    public VpcEndpointsInTime(Upstream upstream, Supplier<Instant> clock, Duration takes) {
        this.upstream = upstream;
        this.clock = clock;
        this.takes = takes;
    }

    @Override
    public synchronized Optional<Reply> before(AwsCall call) {
        finish();
        return switch (call.action()) {
            case "ec2:CreateVpcEndpoint" ->
                parameter(call, "ClientToken")
                        .map(token -> tokens.get(place(call) + token))
                        .or(() -> conflict(call));
            case "ec2:DeleteVpcEndpoints" -> deletion(call);
            default -> Optional.empty();
        };
    }

    @Override
    public synchronized Reply after(AwsCall call, Reply reply) {
        if (reply.status() != 200) {
            return reply;
        }
        return switch (call.action()) {
            case "ec2:CreateVpcEndpoint" -> {
                ID.matcher(reply.text()).results().findFirst().ifPresent(found -> {
                    made.put(found.group(1), new Made(name(call), clock.get().plus(takes), null));
                    parameter(call, "IpAddressType").ifPresent(type -> addresses.put(found.group(1), type));
                });
                parameter(call, "ClientToken").ifPresent(token -> tokens.put(place(call) + token, reply));
                yield shown(reply);
            }
            case "ec2:ModifyVpcEndpoint" -> {
                parameter(call, "IpAddressType")
                        .ifPresent(type ->
                                addresses.put(parameter(call, "VpcEndpointId").orElseThrow(), type));
                yield reply;
            }
            case "ec2:DescribeVpcEndpoints" -> shown(reply);
            default -> reply;
        };
    }

    public synchronized void forget() {
        made.clear();
        tokens.clear();
        addresses.clear();
    }

    private Optional<Reply> conflict(AwsCall call) {
        String name = name(call);
        return name.isEmpty()
                        || made.values().stream()
                                .noneMatch(other -> other.name().equals(name))
                ? Optional.empty()
                : Optional.of(ErrorReplies.of(
                        call.protocol(),
                        new AwsError(
                                400,
                                "InvalidParameter",
                                "private-dns-enabled cannot be set because there is already a conflicting DNS domain for %s"
                                        .formatted(name))));
    }

    private Optional<Reply> deletion(AwsCall call) {
        String id = parameter(call, "VpcEndpointId.1").orElse("");
        Made endpoint = made.get(id);
        if (endpoint == null) {
            return Optional.empty();
        }
        made.put(id, new Made(endpoint.name(), clock.get().plus(takes), call.request()));
        String body =
                "<DeleteVpcEndpointsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>simulated</requestId>"
                        + "<unsuccessful/></DeleteVpcEndpointsResponse>";
        return Optional.of(new Reply(200, Map.of("Content-Type", "text/xml"), body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Deletions reach moto when they are done. */
    private void finish() {
        Instant now = clock.get();
        made.values().removeIf(endpoint -> {
            boolean over = endpoint.deletion() != null && !endpoint.until().isAfter(now);
            if (over) {
                upstream.pass(endpoint.deletion());
            }
            return over;
        });
    }

    private Reply shown(Reply reply) {
        String text = STATE.matcher(reply.text()).replaceAll(found -> found.group(1) + state(found));
        text = ID.matcher(text)
                .replaceAll(found -> found.group()
                        + "<ipAddressType>%s</ipAddressType>"
                                .formatted(addresses.getOrDefault(found.group(1), "ipv4")));
        return reply.withBody(text.getBytes(StandardCharsets.UTF_8));
    }

    private String state(MatchResult found) {
        Made endpoint = made.get(found.group(2));
        if (endpoint == null || !endpoint.until().isAfter(clock.get())) {
            return found.group(3);
        }
        return endpoint.deletion() == null ? "pending" : "deleting";
    }

    /** What an endpoint's private DNS name is taken by; empty where it has none. */
    private static String name(AwsCall call) {
        boolean has =
                parameter(call, "PrivateDnsEnabled").filter("true"::equals).isPresent();
        return has
                ? "%s %s %s"
                        .formatted(
                                place(call),
                                parameter(call, "VpcId").orElse(""),
                                parameter(call, "ServiceName").orElse(""))
                : "";
    }

    private static String place(AwsCall call) {
        return call.caller().accountId() + " " + call.caller().region() + " ";
    }

    private static Optional<String> parameter(AwsCall call, String name) {
        return CallReader.parameter(call.request().text(), name);
    }

    private record Made(String name, Instant until, Received deletion) {}
}
