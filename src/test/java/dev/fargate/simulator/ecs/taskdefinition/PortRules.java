package dev.fargate.simulator.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.AwsFault;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** All containers of an awsvpc task share one network interface, and so one set of ports. */
final class PortRules {
    private static final int LAST_PORT = 65535;

    private PortRules() {}

    static void check(JsonNode containers) {
        Set<String> taken = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (JsonNode container : containers) {
            for (JsonNode mapping : container.path("portMappings")) {
                checkOne(mapping);
                String protocol = "/" + mapping.path("protocol").asText("tcp");
                if (!ports(mapping).allMatch(port -> taken.add(port + protocol))) {
                    throw AwsFault.client("container port is used multiple times in task");
                }
                if (mapping.hasNonNull("name")
                        && !names.add(mapping.path("name").asText())) {
                    throw AwsFault.client("port mapping name is already used");
                }
            }
        }
    }

    /** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html; our wording. */
    private static IntStream ports(JsonNode mapping) {
        if (!mapping.hasNonNull("containerPortRange")) {
            return IntStream.of(mapping.path("containerPort").asInt());
        }
        String range = mapping.path("containerPortRange").asText();
        if (!range.matches("\\d{1,5}-\\d{1,5}")) {
            throw AwsFault.client("Invalid 'containerPortRange' setting: " + range);
        }
        int first = Integer.parseInt(range.substring(0, range.indexOf('-')));
        int last = Integer.parseInt(range.substring(range.indexOf('-') + 1));
        if (first < 1 || first >= last || last > LAST_PORT) {
            throw AwsFault.client("Invalid 'containerPortRange' setting: " + range);
        }
        return IntStream.rangeClosed(first, last);
    }

    private static void checkOne(JsonNode mapping) {
        if (mapping.hasNonNull("containerPortRange")) {
            if (mapping.hasNonNull("containerPort") || mapping.hasNonNull("hostPort")) {
                throw AwsFault.client("cannot specify both single port and port range");
            }
            return;
        }
        int port = mapping.path("containerPort").asInt();
        if (port < 1 || port > LAST_PORT) {
            throw AwsFault.client("Invalid 'containerPort' setting: " + port);
        }
        int host = mapping.path("hostPort").asInt();
        if (host != 0 && host != port) {
            throw AwsFault.client(
                    "When networkMode=awsvpc, the host ports and container ports in port mappings must match.");
        }
    }
}
