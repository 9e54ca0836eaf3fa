package dev.fargate.testing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/** The network of the account in the hands of its owner, who makes subnets and tags them. */
public final class Ec2 implements AutoCloseable {
    private final Ec2Client client;
    private final String vpcId;
    private final String zone;

    public Ec2(World world) {
        Map<String, String> environment = world.awsEnvironment();
        this.client = Ec2Client.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL")))
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("simulated", "simulated")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        this.vpcId = world.account().get("VPC_ID");
        this.zone = environment.get("AWS_REGION") + "c";
    }

    /**
     * Makes a subnet, in a zone that has none yet.
     *
     * @param number tells its addresses from those of the others: 10.0.number.0/24
     */
    public String subnet(int number) {
        return client.createSubnet(request -> request.vpcId(vpcId)
                        .cidrBlock("10.0.%d.0/24".formatted(number))
                        .availabilityZone(zone))
                .subnet()
                .subnetId();
    }

    public void tag(String id, String key, String value) {
        client.createTags(request ->
                request.resources(id).tags(Tag.builder().key(key).value(value).build()));
    }

    public void untag(String id, String key) {
        client.deleteTags(
                request -> request.resources(id).tags(Tag.builder().key(key).build()));
    }

    /** Makes an interface endpoint that has the service's private DNS name. */
    public String endpoint(String service, String subnet) {
        return client.createVpcEndpoint(request -> request.vpcId(vpcId)
                        .vpcEndpointType(VpcEndpointType.INTERFACE)
                        .serviceName(service)
                        .subnetIds(subnet)
                        .privateDnsEnabled(true))
                .vpcEndpoint()
                .vpcEndpointId();
    }

    /** The endpoints that a resource of this name owns and that are not gone. */
    public List<VpcEndpoint> endpointsOf(String owner) {
        return client.describeVpcEndpoints().vpcEndpoints().stream()
                .filter(endpoint -> !endpoint.stateAsString().equals("deleted"))
                .filter(endpoint -> endpoint.tags().stream()
                        .anyMatch(tag -> tag.key().equals("fargate.dev/name")
                                && tag.value().equals(owner)))
                .toList();
    }

    public void deleteEndpoint(String id) {
        client.deleteVpcEndpoints(request -> request.vpcEndpointIds(id));
    }

    /** The security group of this name. */
    /** By what its name begins with. */
    public Optional<SecurityGroup> group(String prefix) {
        return client.describeSecurityGroups().securityGroups().stream()
                .filter(group -> group.groupName().startsWith(prefix))
                .findFirst();
    }

    /** Makes a route table of the VPC. */
    public String routeTable() {
        return client.createRouteTable(request -> request.vpcId(vpcId))
                .routeTable()
                .routeTableId();
    }

    /** What a security group lets in, as {@code tcp 80 10.0.0.0/8}. */
    public List<String> openings(String group) {
        return client.describeSecurityGroups(request -> request.groupIds(group)).securityGroups().stream()
                .flatMap(found -> found.ipPermissions().stream())
                .flatMap(permission -> Stream.concat(
                                permission.ipRanges().stream().map(IpRange::cidrIp),
                                permission.userIdGroupPairs().stream().map(UserIdGroupPair::groupId))
                        .map(source -> "%s %d %s".formatted(permission.ipProtocol(), permission.fromPort(), source)))
                .sorted()
                .toList();
    }

    public boolean hasGroup(String id) {
        return client.describeSecurityGroups().securityGroups().stream()
                .anyMatch(found -> found.groupId().equals(id));
    }

    @Override
    public void close() {
        client.close();
    }
}
