package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.InternetRoutes;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.RouteTable;

record Ec2InternetRoutes(Supplier<Ec2Client> ec2) implements InternetRoutes {
    private static final String INTERNET_GATEWAY = "igw-";

    @Override
    public Set<String> publicOf(String vpcId, List<String> subnets) {
        Filter ofVpc = Filter.builder().name("vpc-id").values(vpcId).build();
        List<RouteTable> tables = call(
                "ec2:DescribeRouteTables",
                () -> ec2.get().describeRouteTablesPaginator(request -> request.filters(ofVpc)).routeTables().stream()
                        .toList());
        Set<String> associated = tables.stream()
                .flatMap(table -> table.associations().stream())
                .map(association -> association.subnetId())
                .filter(subnet -> subnet != null)
                .collect(Collectors.toSet());
        return tables.stream()
                .filter(Ec2InternetRoutes::leadsOut)
                .flatMap(table -> subnets.stream().filter(subnet -> isFor(table, subnet, associated)))
                .collect(Collectors.toSet());
    }

    /** A subnet that is associated with no table has the VPC's main one (VPC user guide, "Route table concepts"). */
    private static boolean isFor(RouteTable table, String subnet, Set<String> associated) {
        return table.associations().stream()
                .anyMatch(association -> associated.contains(subnet)
                        ? subnet.equals(association.subnetId())
                        : Boolean.TRUE.equals(association.main()));
    }

    private static boolean leadsOut(RouteTable table) {
        return table.routes().stream()
                .anyMatch(
                        route -> route.gatewayId() != null && route.gatewayId().startsWith(INTERNET_GATEWAY));
    }
}
