package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;

@JsonInclude(Include.NON_EMPTY)
public record FargateEnvironmentStatus(
        Long observedGeneration,
        List<Condition> conditions,
        String accountId,
        String region,
        String roleArn,
        String clusterArn,
        String vpcId,
        List<Subnet> subnets,
        List<String> securityGroups,
        Integer workloads,
        String resolvedHash,
        String lastHandledReconcileAt) {

    public FargateEnvironmentStatus {
        conditions = Api.filled(conditions);
        subnets = Api.filled(subnets);
        securityGroups = Api.filled(securityGroups);
    }

    @JsonInclude(Include.NON_EMPTY)
    public record Subnet(String id, String availabilityZone) {}
}
