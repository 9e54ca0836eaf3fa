package dev.fargate.simulator.moto;

import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Lets the setting up of a load balancer take its time, which moto does not. Shown where one load balancer is asked for.
 *
 * <p>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerState.html
 */
public final class LoadBalancersInTime implements MotoFilter {
    private static final Pattern ARN = Pattern.compile("<LoadBalancerArn>([^<]+)</LoadBalancerArn>");
    private static final String ACTIVE = "<Code>active</Code>";
    private static final String PROVISIONING = "<Code>provisioning</Code>";

    private final Supplier<Instant> clock;
    private final Duration takes;
    private final Map<String, Instant> provisioned = new HashMap<>();

    /**
     * None yet.
     *
     * @param takes how long a load balancer is being set up
     */
    public LoadBalancersInTime(Supplier<Instant> clock, Duration takes) {
        this.clock = clock;
        this.takes = takes;
    }

    @Override
    public synchronized Reply after(AwsCall call, Reply reply) {
        List<String> arns = ARN.matcher(reply.text())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        if (reply.status() != 200 || arns.size() != 1) {
            return reply;
        }
        return switch (call.action()) {
            case "elasticloadbalancing:CreateLoadBalancer" -> {
                provisioned.putIfAbsent(arns.getFirst(), clock.get().plus(takes));
                yield reply;
            }
            case "elasticloadbalancing:DescribeLoadBalancers" ->
                provisioned.getOrDefault(arns.getFirst(), Instant.EPOCH).isAfter(clock.get())
                        ? reply.withBody(
                                reply.text().replace(ACTIVE, PROVISIONING).getBytes(StandardCharsets.UTF_8))
                        : reply;
            default -> reply;
        };
    }

    public synchronized void forget() {
        provisioned.clear();
    }
}
