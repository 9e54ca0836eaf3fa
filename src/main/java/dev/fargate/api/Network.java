package dev.fargate.api;

import java.util.List;

public record Network(List<String> subnets, List<String> securityGroups, Boolean assignPublicIp) {

    public Network {
        subnets = Api.filled(subnets);
        securityGroups = Api.filled(securityGroups);
    }
}
