package dev.fargate.testing;

/**
 * One environment for all services of a test class, with an operator that keeps it. Each service is in a namespace of its own, which is
 * what tells them apart in ECS.
 */
public final class SharedEnvironment implements AutoCloseable {
    private final World world;
    private final String name;
    private OperatorUnderTest operator;

    private SharedEnvironment(World world, String name) {
        this.world = world;
        this.name = name;
        this.operator = world.operator();
    }

    /**
     * Starts a world for it.
     *
     * @param access further lines for its access rules
     */
    public static SharedEnvironment start(String name, String... access) {
        SharedEnvironment shared = new SharedEnvironment(World.start(), name);
        StringBuilder manifest = new StringBuilder(Manifests.environment(name));
        for (String line : access) {
            manifest.append("    ").append(line).append('\n');
        }
        shared.world.apply(manifest.toString());
        shared.world.environments().awaitReady(name);
        return shared;
    }

    public World world() {
        return world;
    }

    /** The one that works now. */
    public OperatorUnderTest operator() {
        return operator;
    }

    /** In place of one that was stopped. */
    public void startOperator(String... options) {
        operator = world.operator(options);
    }

    public void restartOperator() {
        operator.stop();
        startOperator();
    }

    /** The manifest of the smallest service, called web. */
    public String service(String namespace) {
        return Manifests.service(namespace, "web", name, "nginx:1");
    }

    /** Makes a namespace with a service in it, and waits for that. */
    public String readyService(String namespace) {
        world.apply(service(world.namespace(namespace)));
        world.awaitReady(namespace, "web");
        return namespace;
    }

    /** The manifest of the smallest task definition, called app. */
    public String definition(String namespace) {
        return Manifests.taskDefinition(namespace, "app", name, "nginx:1");
    }

    /** Makes a namespace with a task definition in it and services one and two that run it, and waits for those. */
    public String twoServices(String namespace) {
        world.namespace(namespace);
        world.apply(definition(namespace));
        world.apply(Manifests.serviceOf(namespace, "one", name, "app"));
        world.apply(Manifests.serviceOf(namespace, "two", name, "app"));
        world.awaitReady(namespace, "one");
        world.awaitReady(namespace, "two");
        return namespace;
    }

    /** Waits until a service has rolled to a revision of this number. */
    public void awaitRevision(String namespace, String service, int number) {
        world.await(
                namespace,
                service,
                "Ready on revision " + number,
                found -> World.isReady(found)
                        && found.getStatus().taskDefinition().arn().endsWith(":" + number)
                        && found.getStatus().rollout().state().name().equals("COMPLETED"));
    }

    @Override
    public void close() {
        world.close();
    }
}
