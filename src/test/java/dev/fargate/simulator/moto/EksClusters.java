package dev.fargate.simulator.moto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.Json;
import dev.fargate.simulator.wire.Reply;

/**
 * Tells a cluster's VPC, which moto leaves out, and the address of its API server, which a test may give by a tag.
 *
 * <p>Source: https://docs.aws.amazon.com/eks/latest/APIReference/API_VpcConfigResponse.html
 */
public final class EksClusters implements MotoFilter {
    static final String ENDPOINT_TAG = "simulator/endpoint";

    private final Neighbours neighbours;

    public EksClusters(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Override
    public Reply after(AwsCall call, Reply reply) {
        if (!call.action().equals("eks:DescribeCluster") || reply.status() != 200) {
            return reply;
        }
        ObjectNode body = (ObjectNode) Json.parse(reply.body());
        ObjectNode cluster = (ObjectNode) body.path("cluster");
        Place place = new Place(call.caller().accountId(), call.caller().region());
        JsonNode network = cluster.path("resourcesVpcConfig");
        network.path("subnetIds")
                .valueStream()
                .findFirst()
                .flatMap(subnet -> neighbours.subnet(place, subnet.asText()))
                .ifPresent(subnet -> ((ObjectNode) network).put("vpcId", subnet.vpcId()));
        JsonNode endpoint = cluster.path("tags").path(ENDPOINT_TAG);
        if (!endpoint.isMissingNode()) {
            cluster.put("endpoint", endpoint.asText());
        }
        return reply.withBody(Json.bytes(body));
    }
}
