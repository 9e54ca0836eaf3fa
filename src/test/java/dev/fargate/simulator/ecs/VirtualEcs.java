package dev.fargate.simulator.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A simulation on the test's own clock, with neighbours that know a few names. Requests are JSON with single quotes. */
final class VirtualEcs implements SimulatorClock, Surroundings {
    static final String CLUSTER = "arn:aws:ecs:eu-west-1:111122223333:cluster/apps";
    static final String GROUP = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef";
    static final String ROLE = "arn:aws:iam::111122223333:role/execution";
    static final String NETWORK =
            "'networkConfiguration':{'awsvpcConfiguration':{'subnets':['subnet-a'],'securityGroups':['sg-a']}}";

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<EcsEvent> events = new ArrayList<>();
    final TreeSet<String> targets = new TreeSet<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    final EcsSimulation ecs;

    VirtualEcs() {
        this(Pace.standard());
    }

    VirtualEcs(Pace pace) {
        this.ecs = new EcsSimulation(this, this, pace);
        call("CreateCluster", "{'clusterName':'apps','capacityProviders':['FARGATE','FARGATE_SPOT']}");
    }

    ObjectNode call(String operation, String body) {
        return ecs.call(new EcsCall(operation, json(body), "111122223333", "eu-west-1", "aws"));
    }

    void control(String command) {
        ObjectNode full = json(command);
        full.put("accountId", "111122223333").put("region", "eu-west-1").put("cluster", "apps");
        ecs.control(full);
    }

    void pass(Duration time) {
        now = now.plus(time);
        ecs.settle();
    }

    void passSeconds(int seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    /** Registers a definition of one container called {@code app} and says its ARN. */
    String definition(String family, String image) {
        return definition(family, image, "");
    }

    String definition(String family, String image, String more) {
        return call("RegisterTaskDefinition", definitionBody(family, image, more))
                .path("taskDefinition")
                .path("taskDefinitionArn")
                .asText();
    }

    static String definitionBody(String family, String image, String more) {
        return "{'family':'" + family + "','requiresCompatibilities':['FARGATE'],'networkMode':'awsvpc','cpu':'256',"
                + "'memory':'512','containerDefinitions':[{'name':'app','image':'" + image
                + "','portMappings':[{'containerPort':8080}]" + more + "}]}";
    }

    /** Creates service {@code web} on Fargate with these further members. */
    ObjectNode create(String definition, int count, String more) {
        return call("CreateService", createBody("web", definition, count, more));
    }

    static String createBody(String name, String definition, int count, String more) {
        return "{'cluster':'apps','serviceName':'" + name + "','launchType':'FARGATE','taskDefinition':'" + definition
                + "','desiredCount':" + count + "," + NETWORK + more + "}";
    }

    ObjectNode update(String members) {
        return call("UpdateService", "{'cluster':'apps','service':'web'," + members + "}");
    }

    /** Service {@code web} as it is described now. */
    JsonNode web() {
        return call("DescribeServices", "{'cluster':'apps','services':['web']}")
                .path("services")
                .path(0);
    }

    JsonNode primary() {
        return web().path("deployments").path(0);
    }

    List<String> messages() {
        List<String> messages = new ArrayList<>();
        web().path("events").forEach(event -> messages.add(event.path("message").asText()));
        return messages;
    }

    List<JsonNode> tasks(String status) {
        JsonNode arns = call("ListTasks", "{'cluster':'apps','desiredStatus':'" + status + "'}")
                .path("taskArns");
        List<JsonNode> tasks = new ArrayList<>();
        if (!arns.isEmpty()) {
            call("DescribeTasks", "{'cluster':'apps','tasks':" + arns + "}")
                    .path("tasks")
                    .forEach(tasks::add);
        }
        return tasks;
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (IOException wrong) {
            throw new UncheckedIOException(text, wrong);
        }
    }

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public boolean subnetExists(EcsCall call, String id) {
        return id.startsWith("subnet-") && !id.endsWith("gone");
    }

    @Override
    public boolean securityGroupExists(EcsCall call, String id) {
        return !id.endsWith("gone");
    }

    @Override
    public boolean roleExists(EcsCall call, String arn) {
        return arn.equals(ROLE);
    }

    @Override
    public Optional<TargetGroupView> targetGroup(EcsCall call, String arn) {
        return switch (arn) {
            case GROUP -> Optional.of(new TargetGroupView(arn, "ip", "vpc-a", true));
            case GROUP + "-lonely" -> Optional.of(new TargetGroupView(arn, "ip", "vpc-a", false));
            case GROUP + "-instance" -> Optional.of(new TargetGroupView(arn, "instance", "vpc-a", true));
            default -> Optional.empty();
        };
    }

    @Override
    public boolean registryExists(EcsCall call, String arn) {
        return !arn.endsWith("gone");
    }

    @Override
    public String vpcOf(EcsCall call, String subnetId) {
        return subnetId.contains("other") ? "vpc-b" : "vpc-a";
    }

    @Override
    public String zoneOf(EcsCall call, String subnetId) {
        return "eu-west-1a";
    }

    @Override
    public void targetsChanged(EcsCall call, String group, List<Target> register, List<Target> deregister) {
        register.forEach(target -> targets.add(target.ip() + ":" + target.port()));
        deregister.forEach(target -> targets.remove(target.ip() + ":" + target.port()));
    }

    @Override
    public void emit(EcsEvent event) {
        events.add(event);
    }
}
