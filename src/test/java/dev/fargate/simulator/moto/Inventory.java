package dev.fargate.simulator.moto;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.TargetGroupView;
import dev.fargate.simulator.wire.Json;
import dev.fargate.simulator.wire.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is in moto, by id: everything of a kind in a place, or the one asked for. */
final class Inventory {
    private static final String CLOUD_MAP = "Route53AutoNaming_v20170314.";

    private final MotoCalls moto;

    Inventory(MotoCalls moto) {
        this.moto = moto;
    }

    Map<String, Subnet> subnets(Place place, Optional<String> id) {
        return ec2(place, "DescribeSubnets", "SubnetId.1", id).entries("subnetSet").stream()
                .map(subnet ->
                        new Subnet(subnet.text("subnetId"), subnet.text("vpcId"), subnet.text("availabilityZone")))
                .collect(Collectors.toMap(Subnet::id, Function.identity()));
    }

    Map<String, String> securityGroups(Place place, Optional<String> id) {
        return byThemselves(ec2(place, "DescribeSecurityGroups", "GroupId.1", id).entries("securityGroupInfo").stream()
                .map(group -> group.text("groupId")));
    }

    Map<String, TargetGroupView> targetGroups(Place place, Optional<String> arn) {
        Map<String, String> form = form("2015-12-01", "DescribeTargetGroups", "TargetGroupArns.member.1", arn);
        return entries(moto.query(place, "elasticloadbalancing", form), "TargetGroups").stream()
                .map(group -> new TargetGroupView(
                        group.text("TargetGroupArn"),
                        group.text("TargetType"),
                        group.text("VpcId"),
                        !group.entries("LoadBalancerArns").isEmpty()))
                .collect(Collectors.toMap(TargetGroupView::arn, Function.identity()));
    }

    Map<String, String> roles(Place place, Optional<String> arn) {
        if (arn.isEmpty()) {
            return pages(place, "");
        }
        String name = arn.get().substring(arn.get().lastIndexOf('/') + 1);
        Reply reply = moto.query(place, "iam", form("2010-05-08", "GetRole", "RoleName", Optional.of(name)));
        return reply.status() == 200 ? byThemselves(Stream.of(Xml.of(reply).anywhere("Arn"))) : Map.of();
    }

    private Map<String, String> pages(Place place, String firstMarker) {
        Map<String, String> found = new LinkedHashMap<>();
        String marker = firstMarker;
        do {
            Optional<String> from = marker.isEmpty() ? Optional.empty() : Optional.of(marker);
            Xml page = Xml.of(moto.query(place, "iam", form("2010-05-08", "ListRoles", "Marker", from)));
            page.entries("Roles").forEach(role -> found.put(role.text("Arn"), role.text("Arn")));
            marker = page.anywhere("IsTruncated").equals("true") ? page.anywhere("Marker") : "";
        } while (!marker.isEmpty());
        return found;
    }

    Map<String, String> registries(Place place, Optional<String> arn) {
        Reply reply = arn.isEmpty()
                ? moto.json(place, "servicediscovery", CLOUD_MAP + "ListServices", Json.object())
                : moto.json(
                        place,
                        "servicediscovery",
                        CLOUD_MAP + "GetService",
                        Json.object().put("Id", arn.get().substring(arn.get().lastIndexOf('/') + 1)));
        JsonNode body = Json.parse(reply.body());
        return byThemselves(Stream.concat(body.path("Services").valueStream(), Stream.of(body.path("Service")))
                .filter(service -> service.has("Arn"))
                .map(service -> service.path("Arn").asText()));
    }

    private Xml ec2(Place place, String action, String key, Optional<String> value) {
        return Xml.of(moto.query(place, "ec2", form("2016-11-15", action, key, value)));
    }

    /** An unknown ARN is an error in moto as in AWS; here it is an empty list. */
    private static List<Xml> entries(Reply reply, String list) {
        return reply.status() == 200 ? Xml.of(reply).entries(list) : List.of();
    }

    private static Map<String, String> form(String version, String action, String key, Optional<String> value) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Action", action);
        form.put("Version", version);
        value.ifPresent(given -> form.put(key, given));
        return form;
    }

    private static Map<String, String> byThemselves(Stream<String> ids) {
        return ids.collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    /** What ECS looks at in a subnet. */
    record Subnet(String id, String vpcId, String zone) {}
}
