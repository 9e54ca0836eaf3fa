package dev.fargate.simulator.moto;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.wire.Json;
import dev.fargate.simulator.wire.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Everything that a test could leave behind in moto, by the services' own list calls, for "equal before and after".
 *
 * <p>moto's own {@code /moto-api/data.json} does not do: it goes on listing what was deleted.
 */
public final class MotoListing {
    private static final Pattern REQUEST_ID =
            Pattern.compile("<(requestId|RequestId|RequestID)>[^<]*</\\1>|<ResponseMetadata>.*?</ResponseMetadata>");

    private static final List<Call> CALLS = List.of(
            new Query("ec2", "2016-11-15", "DescribeVpcs"),
            new Query("ec2", "2016-11-15", "DescribeSubnets"),
            new Query("ec2", "2016-11-15", "DescribeSecurityGroups"),
            new Query("ec2", "2016-11-15", "DescribeNetworkInterfaces"),
            new Query("ec2", "2016-11-15", "DescribeRouteTables"),
            // moto goes on telling of those that are deleted.
            new Query(
                    "ec2",
                    "2016-11-15",
                    "DescribeVpcEndpoints",
                    Map.of("Filter.1.Name", "vpc-endpoint-state", "Filter.1.Value.1", "available")),
            new Query("elasticloadbalancing", "2015-12-01", "DescribeLoadBalancers"),
            new Query("elasticloadbalancing", "2015-12-01", "DescribeTargetGroups"),
            new Query("iam", "2010-05-08", "ListRoles"),
            new Json11("logs", "Logs_20140328.DescribeLogGroups"),
            new Json11("servicediscovery", "Route53AutoNaming_v20170314.ListNamespaces"),
            new Json11("servicediscovery", "Route53AutoNaming_v20170314.ListServices"),
            new Json11("events", "AWSEvents.ListRules"),
            new Json11("sqs", "AmazonSQS.ListQueues"),
            new Json11("application-autoscaling", "AnyScaleFrontendService.DescribeScalableTargets"),
            new Json11("application-autoscaling", "AnyScaleFrontendService.DescribeScalingPolicies"),
            new Json11("application-autoscaling", "AnyScaleFrontendService.DescribeScheduledActions"),
            new Query("monitoring", "2010-08-01", "DescribeAlarms"));

    /** Application Auto Scaling lists the targets of one service of AWS at a time. */
    private static final ObjectNode REQUEST = Json.object().put("ServiceNamespace", "ecs");

    private final MotoCalls moto;

    public MotoListing(MotoCalls moto) {
        this.moto = moto;
    }

    /** The replies of all list calls, by {@code service:Operation}. */
    public ObjectNode list(Place place) {
        ObjectNode listing = Json.object();
        for (Call call : CALLS) {
            switch (call) {
                case Query(String service, String version, String action, Map<String, String> filters) -> {
                    Map<String, String> request = new HashMap<>(filters);
                    request.putAll(Map.of("Action", action, "Version", version));
                    Reply reply = moto.query(place, service, request);
                    listing.put(
                            service + ":" + action,
                            REQUEST_ID.matcher(reply.text()).replaceAll(""));
                }
                case Json11(String service, String target) -> {
                    Reply reply = moto.json(
                            place,
                            service,
                            target,
                            service.equals("application-autoscaling") ? REQUEST : Json.object());
                    listing.set(service + ":" + target.substring(target.indexOf('.') + 1), Json.parse(reply.body()));
                }
            }
        }
        return listing;
    }

    private sealed interface Call {}

    private record Query(String service, String version, String action, Map<String, String> filters) implements Call {
        Query(String service, String version, String action) {
            this(service, version, action, Map.of());
        }
    }

    private record Json11(String service, String target) implements Call {}
}
