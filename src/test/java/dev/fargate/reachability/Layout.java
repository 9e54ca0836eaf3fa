package dev.fargate.reachability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A network as a person draws it, out of a YAML file; what a file leaves out is as in {@code defaults.yaml}. */
record Layout(Vpc vpc, Placement placement, List<Target> targets) {
    static final Path DIRECTORY = Path.of("src/test/resources/reachability");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String REGION = "eu-west-1";

    static Layout read(Path file) {
        JsonNode defaults = tree(DIRECTORY.resolve("defaults.yaml"));
        JsonNode own = tree(file);
        BiFunction<String, String, JsonNode> part = (name, within) ->
                of(own, name, within).isMissingNode() ? of(defaults, name, within) : of(own, name, within);
        Vpc vpc = new Vpc(
                "vpc-1",
                REGION,
                part.apply("dns", "").asBoolean(),
                entries(part.apply("subnets", ""), (id, node) -> subnet(id, words(node))),
                entries(part.apply("routeTables", ""), Layout::table),
                entries(part.apply("natGateways", ""), (id, node) -> natGateway(id, words(node))),
                entries(part.apply("endpoints", ""), Layout::endpoint),
                entries(part.apply("groups", ""), Layout::group),
                entries(part.apply("networkAcls", ""), Layout::networkAcl));
        return new Layout(
                vpc,
                new Placement(
                        texts(part.apply("task", "subnets")),
                        texts(part.apply("task", "groups")),
                        part.apply("task", "publicIp").asBoolean()),
                texts(part.apply("task", "needs")).stream().map(Layout::target).toList());
    }

    private static JsonNode of(JsonNode layout, String name, String within) {
        JsonNode part = layout.path(name);
        return within.isEmpty() ? part : part.path(within);
    }

    private static Subnet subnet(String id, List<String> words) {
        return new Subnet(id, words.get(0), words.get(1).equals("ipv6") ? "" : words.get(1));
    }

    private static RouteTable table(String id, JsonNode node) {
        List<Route> routes = entries(node.path("routes"), (destination, to) -> {
            List<String> words = words(to);
            return new Route(destination, words.getFirst(), words.contains("blackhole"));
        });
        return new RouteTable(
                id, Set.copyOf(texts(node.path("subnets"))), node.path("main").asBoolean(), routes);
    }

    private static NatGateway natGateway(String id, List<String> words) {
        return new NatGateway(id, words.get(0), words.get(1), !words.contains("private"));
    }

    private static Endpoint endpoint(String id, JsonNode node) {
        return new Endpoint(
                id,
                "com.amazonaws.%s.%s".formatted(REGION, node.path("service").asText()),
                node.path("gateway").asBoolean(),
                node.path("state").asText("available"),
                texts(node.path("subnets")),
                Set.copyOf(texts(node.path("groups"))),
                node.path("privateDns").asBoolean(true),
                node.path("policy").asText(""));
    }

    private static SecurityGroup group(String id, JsonNode node) {
        return new SecurityGroup(id, rules(node.path("out")), rules(node.path("in")));
    }

    private static NetworkAcl networkAcl(String id, JsonNode node) {
        return new NetworkAcl(
                id, Set.copyOf(texts(node.path("subnets"))), aclRules(node.path("out")), aclRules(node.path("in")));
    }

    /** {@code 100: allow tcp 443 0.0.0.0/0}, {@code 90: deny any 0.0.0.0/0}. */
    private static List<AclRule> aclRules(JsonNode node) {
        return entries(node, (number, text) -> {
            List<String> words = words(text);
            String[] ports = words.get(1).equals("any")
                    ? new String[] {"0"}
                    : words.get(2).split("-", -1);
            return new AclRule(
                    Integer.parseInt(number),
                    words.getFirst().equals("allow"),
                    words.get(1).equals("any") ? "-1" : "6",
                    new Ports(Integer.parseInt(ports[0]), Integer.parseInt(ports[ports.length - 1])),
                    words.getLast());
        });
    }

    /** {@code tcp 443 sg-task 10.0.0.0/8}, {@code tcp 80-90 …} or {@code any …}. */
    private static List<Rule> rules(JsonNode node) {
        return texts(node).stream()
                .map(text -> Arrays.asList(text.split(" ", -1)))
                .map(words -> words.getFirst().equals("any")
                        ? new Rule("-1", 0, 0, words.subList(1, words.size()))
                        : rule(words, words.get(1).split("-", -1)))
                .toList();
    }

    private static Rule rule(List<String> words, String[] ports) {
        return new Rule(
                words.getFirst(),
                Integer.parseInt(ports[0]),
                Integer.parseInt(ports[ports.length - 1]),
                words.subList(2, words.size()));
    }

    private static Target target(String name) {
        return Arrays.stream(AwsService.values())
                .filter(service -> service.endpoint().equals(name))
                .<Target>map(Target.Service::new)
                .findFirst()
                .orElseGet(() -> new Target.Internet(name));
    }

    private static JsonNode tree(Path file) {
        try {
            JsonNode tree = YAML.readTree(Files.readString(file));
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> entries(JsonNode node, BiFunction<String, JsonNode, T> made) {
        return node.properties().stream()
                .map((Map.Entry<String, JsonNode> entry) -> made.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<String> texts(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> words(JsonNode node) {
        return Stream.of(node.asText().split(" ", -1)).collect(Collectors.toList());
    }
}
