package dev.fargate.preflight;

import dev.fargate.aws.AwsScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/**
 * What is checked: a workload's tasks, as they are to be.
 *
 * @param hash names all of it; another hash is checked anew
 * @param task what they are made of; empty where that is not known
 * @param clusterArn where they run
 * @param execution whether people may open shells in the containers
 * @param logGroupsMade groups that the operator makes itself before the first task
 * @param stuck whether tasks run and their load balancer does not take them
 */
public record Subject(
        AwsScope scope,
        String accountId,
        String clusterArn,
        String hash,
        Optional<RegisterTaskDefinitionRequest> task,
        AwsVpcConfiguration network,
        List<LoadBalancer> loadBalancers,
        boolean execution,
        Set<String> logGroupsMade,
        boolean stuck) {
    public Subject {
        loadBalancers = List.copyOf(loadBalancers);
        logGroupsMade = Set.copyOf(logGroupsMade);
    }

    String region() {
        return scope.region();
    }

    Stream<ContainerDefinition> containers() {
        return task.stream().flatMap(known -> known.containerDefinitions().stream());
    }
}
