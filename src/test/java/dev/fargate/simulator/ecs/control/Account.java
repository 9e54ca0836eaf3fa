package dev.fargate.simulator.ecs.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.cluster.Cluster;
import dev.fargate.simulator.ecs.cluster.ClusterOperations;
import dev.fargate.simulator.ecs.cluster.Estate;
import dev.fargate.simulator.ecs.service.Scheduler;
import dev.fargate.simulator.ecs.service.ServiceDeploymentOperations;
import dev.fargate.simulator.ecs.service.ServiceOperations;
import dev.fargate.simulator.ecs.stage.Stage;
import dev.fargate.simulator.ecs.tag.TagOperations;
import dev.fargate.simulator.ecs.task.Lifecycle;
import dev.fargate.simulator.ecs.task.TaskOperations;
import dev.fargate.simulator.ecs.taskdefinition.TaskDefinitionOperations;
import dev.fargate.simulator.ecs.wire.Realm;
import dev.fargate.simulator.ecs.wire.Request;

/** One realm's ECS: which operation is answered by what. */
public final class Account {
    private final Estate estate;
    private final ClusterOperations clusters;
    private final TaskDefinitionOperations definitions;
    private final ServiceOperations services;
    private final ServiceDeploymentOperations deployments;
    private final TaskOperations tasks;
    private final TagOperations tags;

    public Account(Realm realm, Stage stage, Lifecycle lifecycle, Scheduler scheduler) {
        this.estate = new Estate(realm);
        this.clusters = new ClusterOperations(stage, estate);
        this.definitions = new TaskDefinitionOperations(stage, estate.families());
        this.services = new ServiceOperations(stage, estate.families(), scheduler);
        this.deployments =
                new ServiceDeploymentOperations(name -> estate.find(name).map(Cluster::serviceHome), scheduler);
        this.tasks = new TaskOperations(stage, estate.families(), lifecycle);
        this.tags = new TagOperations(estate);
    }

    public Estate estate() {
        return estate;
    }

    public ObjectNode call(Request request) {
        return switch (request.call().operation()) {
            case "CreateCluster" -> clusters.create(request);
            case "DescribeClusters" -> clusters.describe(request);
            case "ListClusters" -> clusters.list(request);
            case "UpdateCluster", "UpdateClusterSettings" -> clusters.update(request);
            case "PutClusterCapacityProviders" -> clusters.putProviders(request);
            case "DeleteCluster" -> clusters.delete(request);
            case "RegisterTaskDefinition" -> definitions.register(request);
            case "DescribeTaskDefinition" -> definitions.describe(request);
            case "ListTaskDefinitions" -> definitions.list(request);
            case "ListTaskDefinitionFamilies" -> definitions.families(request);
            case "DeregisterTaskDefinition" -> definitions.deregister(request);
            case "DeleteTaskDefinitions" -> definitions.delete(request);
            case "CreateService" -> services.create(request, estate.of(request).serviceHome());
            case "UpdateService" -> services.update(request, estate.of(request).serviceHome());
            case "DeleteService" -> services.delete(request, estate.of(request).serviceHome());
            case "DescribeServices" ->
                services.describe(request, estate.of(request).serviceHome());
            case "ListServices" -> services.list(request, estate.of(request).serviceHome());
            case "ListServiceDeployments" ->
                deployments.list(request, estate.of(request).serviceHome());
            case "DescribeServiceDeployments" -> deployments.describe(request);
            case "StopServiceDeployment" -> deployments.stop(request);
            case "DescribeServiceRevisions" -> deployments.revisions(request);
            case "RunTask" -> tasks.run(request, estate.of(request).taskHome());
            case "StopTask" -> tasks.stop(request, estate.of(request).taskHome());
            case "DescribeTasks" -> tasks.describe(request, estate.of(request).taskHome());
            case "ListTasks" -> tasks.list(request, estate.of(request).taskHome());
            case "TagResource" -> tags.tag(request);
            case "UntagResource" -> tags.untag(request);
            case "ListTagsForResource" -> tags.list(request);
            default ->
                throw new AwsFault(
                        400,
                        "UnknownOperationException",
                        "The simulator has no operation " + request.call().operation());
        };
    }
}
