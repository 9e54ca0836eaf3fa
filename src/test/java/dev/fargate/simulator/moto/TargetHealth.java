package dev.fargate.simulator.moto;

import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says of a target whether its task answers the load balancer; for moto all are healthy.
 *
 * <p>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html
 */
public final class TargetHealth implements MotoFilter {
    private static final Pattern TARGET = Pattern.compile("(?s)<Id>([^<]+)</Id>.*?</TargetHealth>");
    private static final Pattern HEALTH = Pattern.compile("(?s)<TargetHealth>.*</TargetHealth>");
    private static final String MISMATCH =
            "<TargetHealth><State>unhealthy</State><Reason>Target.ResponseCodeMismatch</Reason><Description>Health checks failed with these codes: [503]</Description></TargetHealth>";

    private final Failing failing;

    /** A filter that asks what moto does not know. */
    public TargetHealth(Failing failing) {
        this.failing = failing;
    }

    /** The addresses of tasks that run and do not answer their load balancer. */
    @FunctionalInterface
    public interface Failing {
        Set<String> in(Place place);
    }

    @Override
    public Reply after(AwsCall call, Reply reply) {
        if (!call.action().equals("elasticloadbalancing:DescribeTargetHealth") || reply.status() != 200) {
            return reply;
        }
        Set<String> ill =
                failing.in(new Place(call.caller().accountId(), call.caller().region()));
        String body = TARGET.matcher(reply.text()).replaceAll(found -> {
            String as =
                    ill.contains(found.group(1)) ? HEALTH.matcher(found.group()).replaceAll(MISMATCH) : found.group();
            return Matcher.quoteReplacement(as);
        });
        return reply.withBody(body.getBytes(StandardCharsets.UTF_8));
    }
}
