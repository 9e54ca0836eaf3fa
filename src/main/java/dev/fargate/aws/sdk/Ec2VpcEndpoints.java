package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.EndpointPolicy;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Subnets;
import dev.fargate.aws.VpcEndpoints;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.DnsOptionsSpecification;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.ServiceDetail;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

record Ec2VpcEndpoints(Supplier<Ec2Client> ec2) implements VpcEndpoints {
    private static final String GONE = "deleted";
    private static final String DELETE = "ec2:DeleteVpcEndpoints";
    private static final Pattern ZONAL = Pattern.compile("^vpce-[0-9a-z]+-[0-9a-z]+-");

    @Override
    public List<Offer> offers(Set<String> services) {
        // A name that the region does not know is left out by a filter, and refused in a list of names.
        Filter named = filter("service-name", services);
        return call("ec2:DescribeVpcEndpointServices", () -> ec2.get()
                        .describeVpcEndpointServices(request -> request.filters(named)))
                .serviceDetails()
                .stream()
                .flatMap(Ec2VpcEndpoints::offers)
                .toList();
    }

    @Override
    public List<Endpoint> of(String vpcId) {
        return call("ec2:DescribeVpcEndpoints", () -> ec2
                .get()
                .describeVpcEndpointsPaginator(request -> request.filters(filter("vpc-id", Set.of(vpcId))))
                .vpcEndpoints()
                .stream()
                .flatMap(found -> endpoint(found).stream())
                .filter(endpoint -> !endpoint.state().equals(GONE))
                .toList());
    }

    @Override
    public Set<String> routeTables(String vpcId, Set<String> subnets) {
        List<RouteTable> tables = call("ec2:DescribeRouteTables", () -> ec2
                .get()
                .describeRouteTablesPaginator(request -> request.filters(filter("vpc-id", Set.of(vpcId))))
                .routeTables()
                .stream()
                .toList());
        return subnets.stream()
                .map(subnet ->
                        associated(tables, subnet).or(() -> main(tables)).orElseThrow(() -> withoutTable(subnet)))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> routeTables(Subnets.Selection selection) {
        return call("ec2:DescribeRouteTables", () -> ec2
                .get()
                .describeRouteTablesPaginator(request -> request.filters(Ec2Subnets.filters(selection)))
                .routeTables()
                .stream()
                .map(RouteTable::routeTableId)
                .collect(Collectors.toSet()));
    }

    @Override
    public Endpoint create(Request request) {
        CreateVpcEndpointRequest.Builder builder = CreateVpcEndpointRequest.builder()
                .vpcId(request.vpcId())
                .serviceName(request.service())
                .vpcEndpointType(request.type().name())
                .clientToken(request.token())
                .tagSpecifications(specification ->
                        specification.resourceType(ResourceType.VPC_ENDPOINT).tags(tags(request.tags())));
        Content content = request.content();
        if (!content.policy().equals(EndpointPolicy.FULL_ACCESS)) {
            builder.policyDocument(content.policy().text());
        }
        CreateVpcEndpointRequest asked =
                switch (request.type()) {
                    case Gateway ->
                        builder.routeTableIds(sorted(content.routeTables())).build();
                    case Interface ->
                        builder.subnetIds(sorted(content.subnets()))
                                .securityGroupIds(sorted(content.groups()))
                                .privateDnsEnabled(content.privateDns())
                                .ipAddressType(content.addresses())
                                .dnsOptions(
                                        content.addresses().equals(Content.IPV4) ? null : records(content.addresses()))
                                .build();
                };
        return endpoint(
                call("ec2:CreateVpcEndpoint", () -> ec2.get().createVpcEndpoint(asked))
                        .vpcEndpoint(),
                request.type());
    }

    @Override
    public void modify(String id, Content live, Content wanted) {
        ModifyVpcEndpointRequest.Builder builder = ModifyVpcEndpointRequest.builder()
                .vpcEndpointId(id)
                .addSubnetIds(without(wanted.subnets(), live.subnets()))
                .removeSubnetIds(without(live.subnets(), wanted.subnets()))
                .addSecurityGroupIds(without(wanted.groups(), live.groups()))
                .removeSecurityGroupIds(without(live.groups(), wanted.groups()))
                .addRouteTableIds(without(wanted.routeTables(), live.routeTables()))
                .removeRouteTableIds(without(live.routeTables(), wanted.routeTables()));
        if (wanted.privateDns() != live.privateDns()) {
            builder.privateDnsEnabled(wanted.privateDns());
        }
        if (!wanted.addresses().equals(live.addresses())) {
            builder.ipAddressType(wanted.addresses()).dnsOptions(records(wanted.addresses()));
        }
        if (!wanted.policy().equals(live.policy())) {
            builder.policyDocument(wanted.policy().text());
        }
        call("ec2:ModifyVpcEndpoint", () -> ec2.get().modifyVpcEndpoint(builder.build()));
    }

    @Override
    public void delete(String id) {
        Unsuccessful.check(
                DELETE,
                call(DELETE, () -> ec2.get().deleteVpcEndpoints(request -> request.vpcEndpointIds(id)))
                        .unsuccessful());
    }

    @Override
    public void tag(String id, Map<String, String> tags) {
        call("ec2:CreateTags", () -> ec2.get()
                .createTags(request -> request.resources(id).tags(tags(tags))));
    }

    @Override
    public void untag(String id, Set<String> keys) {
        List<Tag> gone =
                sorted(keys).stream().map(key -> Tag.builder().key(key).build()).toList();
        call("ec2:DeleteTags", () -> ec2.get()
                .deleteTags(request -> request.resources(id).tags(gone)));
    }

    /** Both have the same words (EC2 API reference, DnsOptionsSpecification). */
    private static DnsOptionsSpecification records(String addresses) {
        return DnsOptionsSpecification.builder().dnsRecordIpType(addresses).build();
    }

    private static Stream<Offer> offers(ServiceDetail detail) {
        return detail.serviceType().stream()
                .flatMap(type -> type(type.serviceTypeAsString()).stream())
                .map(type -> new Offer(
                        detail.serviceName(),
                        type,
                        new HashSet<>(detail.availabilityZones()),
                        new HashSet<>(detail.supportedIpAddressTypesAsStrings())));
    }

    /** Each subnet has a route table, its own or the VPC's main one (Amazon VPC user guide, "Subnet route tables"): the reply is not whole. */
    private static AwsException withoutTable(String subnet) {
        return new AwsException(
                ErrorClass.TRANSIENT,
                "ec2:DescribeRouteTables",
                "IncompleteReply",
                "The reply has no route table of subnet %s.".formatted(subnet),
                null);
    }

    private static Optional<String> associated(List<RouteTable> tables, String subnet) {
        return tables.stream()
                .filter(table ->
                        table.associations().stream().anyMatch(association -> subnet.equals(association.subnetId())))
                .map(RouteTable::routeTableId)
                .findFirst();
    }

    private static Optional<String> main(List<RouteTable> tables) {
        return tables.stream()
                .filter(table ->
                        table.associations().stream().anyMatch(association -> Boolean.TRUE.equals(association.main())))
                .map(RouteTable::routeTableId)
                .findFirst();
    }

    private static Optional<Endpoint> endpoint(VpcEndpoint endpoint) {
        return type(endpoint.vpcEndpointTypeAsString()).map(type -> endpoint(endpoint, type));
    }

    private static Endpoint endpoint(VpcEndpoint endpoint, Type type) {
        return new Endpoint(
                endpoint.vpcEndpointId(),
                endpoint.serviceName(),
                type,
                endpoint.stateAsString().toLowerCase(Locale.ROOT),
                new Content(
                        new HashSet<>(endpoint.subnetIds()),
                        endpoint.groups().stream()
                                .map(SecurityGroupIdentifier::groupId)
                                .collect(Collectors.toSet()),
                        new HashSet<>(endpoint.routeTableIds()),
                        Boolean.TRUE.equals(endpoint.privateDnsEnabled()),
                        endpoint.ipAddressTypeAsString(),
                        EndpointPolicy.told(endpoint.policyDocument())),
                names(endpoint),
                endpoint.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)));
    }

    /** A name of one zone has the zone behind the id (AWS PrivateLink guide, "DNS hostnames for interface endpoints"). */
    private static List<String> names(VpcEndpoint endpoint) {
        return endpoint.dnsEntries().stream()
                .map(DnsEntry::dnsName)
                .filter(name -> name != null && !ZONAL.matcher(name).find())
                .sorted()
                .toList();
    }

    private static Optional<Type> type(String name) {
        return Stream.of(Type.values())
                .filter(type -> type.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return new TreeMap<>(tags)
                .entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList();
    }

    private static List<String> without(Set<String> some, Set<String> others) {
        return some.stream().filter(one -> !others.contains(one)).sorted().toList();
    }

    private static List<String> sorted(Collection<String> ids) {
        return ids.stream().sorted().toList();
    }

    private static Filter filter(String name, Set<String> values) {
        return Filter.builder().name(name).values(sorted(values)).build();
    }
}
