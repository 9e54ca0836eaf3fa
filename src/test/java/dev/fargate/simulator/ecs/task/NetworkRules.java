package dev.fargate.simulator.ecs.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.EcsCall;
import dev.fargate.simulator.ecs.Surroundings;
import dev.fargate.simulator.ecs.wire.Request;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What ECS checks in EC2 before it starts tasks there.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
 */
public final class NetworkRules {
    private static final int MOST_SUBNETS = 16;
    private static final int MOST_GROUPS = 5;

    private final Surroundings around;

    public NetworkRules(Surroundings around) {
        this.around = around;
    }

    /** Refuses a network that tasks could not start in. */
    public void check(EcsCall call, JsonNode network) {
        List<String> subnets = Request.texts(network.path("subnets"));
        List<String> groups = Request.texts(network.path("securityGroups"));
        if (network.isMissingNode()) {
            throw AwsFault.invalidParameter(
                    "Network Configuration must be provided when networkMode 'awsvpc' is specified.");
        }
        if (subnets.isEmpty()) {
            throw AwsFault.invalidParameter("subnets can not be empty.");
        }
        if (subnets.size() > MOST_SUBNETS) {
            throw AwsFault.invalidParameter("subnets can have at most 16 items.");
        }
        if (groups.size() > MOST_GROUPS) {
            throw AwsFault.invalidParameter("securityGroups can have at most 5 items.");
        }
        for (String subnet : subnets) {
            if (!around.subnetExists(call, subnet)) {
                throw AwsFault.invalidParameter("Error retrieving subnet information for " + subnets
                        + ": The subnet ID '" + subnet + "' does not exist (ErrorCode: InvalidSubnetID.NotFound)");
            }
        }
        for (String group : groups) {
            if (!around.securityGroupExists(call, group)) {
                throw AwsFault.invalidParameter("Error retrieving security group information for " + groups
                        + ": The security group '" + group + "' does not exist (ErrorCode: InvalidGroup.NotFound)");
            }
        }
        Set<String> vpcs = new HashSet<>();
        subnets.forEach(subnet -> vpcs.add(around.vpcOf(call, subnet)));
        if (vpcs.size() > 1) {
            // Our wording; the rule is in API_AwsVpcConfiguration.
            throw AwsFault.invalidParameter("All subnets must be in the same VPC: " + subnets);
        }
    }
}
