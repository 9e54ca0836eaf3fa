package dev.fargate.api;

/** What ECS asks of a service beside its task, as CEL, with the words that a breach is refused with. */
final class ServiceRules {
    static final String ONE_TASK = "has(self.task) != has(self.taskDefinition)";
    static final String ONE_TASK_SAYS =
            "a service says what its tasks run: write task, or name a FargateTaskDefinition in taskDefinition; one of the two";

    static final String SERVICE_NAME =
            "(has(self.serviceName) ? self.serviceName : '') == (has(oldSelf.serviceName) ? oldSelf.serviceName : '')";
    static final String SERVICE_NAME_SAYS =
            "serviceName is immutable: create another FargateService for the other name";

    static final String COUNT = "!(has(self.scaling) && has(self.desiredCount))";
    static final String COUNT_SAYS =
            "autoscaling owns the count: change scaling.min and scaling.max, or take scaling away";

    static final String LOAD_BALANCERS = """
            !has(self.loadBalancers) || !has(self.task) || self.loadBalancers.all(l, self.task.containers.exists(c,
              c.name == l.containerName && has(c.portMappings)
              && c.portMappings.exists(p, has(p.containerPort) && p.containerPort == l.containerPort)))""";

    static final String LOAD_BALANCERS_SAYS = "a load balancer's containerName and containerPort are not in the task:"
            + " name a container, and a port of its portMappings";
    static final String REGISTRIES = """
            !has(self.serviceRegistries) || !has(self.task) || self.serviceRegistries.all(r, !has(r.containerName)
              || self.task.containers.exists(c, c.name == r.containerName && (!has(r.containerPort)
              || (has(c.portMappings) && c.portMappings.exists(p, has(p.containerPort) && p.containerPort == r.containerPort)))))""";

    static final String REGISTRIES_SAYS = "a service registry's containerName and containerPort are not in the task:"
            + " name a container, and a port of its portMappings";
    static final String REGISTRY =
            "has(self.containerName) == has(self.containerPort)" + " && !(has(self.port) && has(self.containerName))";
    static final String REGISTRY_SAYS =
            "give a service registry port, or containerName and containerPort together, or none of them; not both ways";

    /** AWS: rebalancing is not supported with a maximum percent of 100. */
    static final String REBALANCING = "!has(self.availabilityZoneRebalancing)"
            + " || self.availabilityZoneRebalancing != 'ENABLED' || !has(self.deployment)"
            + " || !has(self.deployment.maximumPercent) || self.deployment.maximumPercent > 100";

    static final String REBALANCING_SAYS = "availabilityZoneRebalancing: ENABLED starts a task before it stops one:"
            + " raise deployment.maximumPercent above 100";

    static final String ROLLBACK = "!has(self.rollbackTo) || has(self.task)";
    static final String ROLLBACK_SAYS =
            "rollbackTo goes back among the revisions of the service's own task: with taskDefinition, name the"
                    + " earlier revision there by its ARN, or put the task of the FargateTaskDefinition back";

    static final String ROLLBACK_IGNORED =
            "!has(self.rollbackTo) || !has(self.ignoreFields) || !self.ignoreFields.exists(f, f == '/task')";
    static final String ROLLBACK_IGNORED_SAYS =
            "with /task in ignoreFields others deploy the revisions, and the operator rolls none back: take /task out of"
                    + " ignoreFields, or roll back with the tool that deploys";

    /** At 100/100 ECS may neither start a task nor stop one. */
    static final String ROOM = "(has(self.maximumPercent) ? self.maximumPercent : 200)"
            + " > (has(self.minimumHealthyPercent) ? self.minimumHealthyPercent : 100)";

    static final String ROOM_SAYS = "with maximumPercent 100 and minimumHealthyPercent 100 no task can be replaced:"
            + " raise maximumPercent or lower minimumHealthyPercent";

    /** The service's own command never ends. */
    static final String HOOK = "has(self.taskDefinition) || has(self.overrides)";

    static final String HOOK_SAYS =
            "a hook says what it runs: write overrides with the command that is to run instead of the"
                    + " service's, or name a FargateTaskDefinition in taskDefinition";

    static final String HOOKED = "!has(self.task) || !has(self.hooks)"
            + " || ((has(self.hooks.preDeploy) && !has(self.hooks.preDeploy.taskDefinition)"
            + " && has(self.hooks.preDeploy.overrides.containerOverrides)"
            + " ? self.hooks.preDeploy.overrides.containerOverrides.all(o, self.task.containers.exists(c, c.name == o.name)) : true)"
            + " && (has(self.hooks.postDeploy) && !has(self.hooks.postDeploy.taskDefinition)"
            + " && has(self.hooks.postDeploy.overrides.containerOverrides)"
            + " ? self.hooks.postDeploy.overrides.containerOverrides.all(o, self.task.containers.exists(c, c.name == o.name)) : true))";

    static final String HOOKED_SAYS =
            "a hook's overrides.containerOverrides names a container that the task does not have:"
                    + " take the name of one of task.containers";

    private ServiceRules() {}
}
