package dev.fargate.bench;

import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateProfile;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * One kind of what workloads stand on.
 *
 * @param rows what its rows begin with
 * @param conditions what the status of a resource tells
 * @param creation the call that makes it at AWS
 * @param manifest of the resource with a number
 */
record Sort<P extends CustomResource<?, ?>>(
        String rows,
        Class<P> type,
        Function<P, List<Condition>> conditions,
        String creation,
        IntFunction<String> manifest) {

    static final Sort<FargateEndpoints> ENDPOINTS = new Sort<>(
            "endpoints",
            FargateEndpoints.class,
            endpoints -> endpoints.getStatus().conditions(),
            "CreateVpcEndpoint",
            // Without a private DNS name, of which a service has one in a VPC.
            number -> """
                    apiVersion: fargate.dev/v1alpha1
                    kind: FargateEndpoints
                    metadata: {name: endpoints-%04d}
                    spec:
                      environment: %s
                      preset: None
                      services: [logs]
                      privateDns: false
                    """.formatted(number, Fleet.ENVIRONMENT));

    static final Sort<FargateLoadBalancer> LOAD_BALANCERS = new Sort<>(
            "load_balancers",
            FargateLoadBalancer.class,
            balancer -> balancer.getStatus().conditions(),
            "CreateLoadBalancer",
            number -> """
                    apiVersion: fargate.dev/v1alpha1
                    kind: FargateLoadBalancer
                    metadata: {namespace: %s, name: balancer-%04d}
                    spec:
                      environment: %s
                      subnets: ["${SUBNET_A}", "${SUBNET_B}"]
                      listeners: [{port: 80, protocol: HTTP}]
                    """.formatted(Ground.NAMESPACE, number, Fleet.ENVIRONMENT));

    /** Several to a cluster, where they come one after another. */
    static Sort<FargateProfile> profiles(int ofCluster) {
        return new Sort<>(
                "profiles",
                FargateProfile.class,
                profile -> profile.getStatus().conditions(),
                "CreateFargateProfile",
                number -> """
                        apiVersion: fargate.dev/v1alpha1
                        kind: FargateProfile
                        metadata: {name: profile-%04d}
                        spec:
                          region: ${AWS_REGION}
                          clusterName: %s
                          podExecutionRole: ${POD_EXECUTION_ROLE_ARN}
                          subnets: ["${SUBNET_A}", "${SUBNET_B}"]
                          selectors: [{namespace: team-%04d}]
                        """.formatted(number, cluster(number / ofCluster), number));
    }

    static String cluster(int number) {
        return "cluster-%04d".formatted(number);
    }

    String plural() {
        return HasMetadata.getPlural(type);
    }
}
