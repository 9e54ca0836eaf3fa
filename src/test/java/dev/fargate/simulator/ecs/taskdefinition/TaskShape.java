package dev.fargate.simulator.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a definition that matters to whoever runs it; small enough to stay unpacked. */
public record TaskShape(
        String cpu,
        String memory,
        int storageGiB,
        String architecture,
        boolean fargate,
        List<Container> containers,
        List<String> launchVolumes) {
    private static final int USUAL_STORAGE_GIB = 20;
    private static final Pattern EXIT = Pattern.compile("(?:^|[;&|\\s])exit (\\d{1,3})\\s*$");

    /**
     * One container of the task.
     *
     * @param exit what its command ends with, if that is {@code exit N}
     */
    public record Container(
            String name,
            String image,
            boolean essential,
            boolean healthChecked,
            Set<Integer> ports,
            Optional<Integer> exit) {}

    /** The N of a command that ends with {@code exit N}, as that of a shell does. */
    public static Optional<Integer> exit(JsonNode command) {
        Matcher exit = EXIT.matcher(command.path(command.size() - 1).asText());
        return exit.find() ? Optional.of(Integer.valueOf(exit.group(1))) : Optional.empty();
    }

    static TaskShape of(JsonNode definition) {
        List<Container> containers = new ArrayList<>();
        for (JsonNode container : definition.path("containerDefinitions")) {
            Set<Integer> ports = new TreeSet<>();
            for (JsonNode mapping : container.path("portMappings")) {
                if (mapping.hasNonNull("containerPort")) {
                    ports.add(mapping.path("containerPort").asInt());
                }
            }
            containers.add(new Container(
                    container.path("name").asText().intern(),
                    container.path("image").asText().intern(),
                    container.path("essential").asBoolean(true),
                    container.hasNonNull("healthCheck"),
                    Set.copyOf(ports),
                    exit(container.path("command"))));
        }
        return new TaskShape(
                definition.path("cpu").asText().intern(),
                definition.path("memory").asText().intern(),
                definition.path("ephemeralStorage").path("sizeInGiB").asInt(USUAL_STORAGE_GIB),
                definition
                        .path("runtimePlatform")
                        .path("cpuArchitecture")
                        .asText("X86_64")
                        .intern(),
                DefinitionRules.isFargate(definition),
                List.copyOf(containers),
                launchVolumes(definition));
    }

    /** The volumes that are configured when a task is launched. */
    private static List<String> launchVolumes(JsonNode definition) {
        List<String> names = new ArrayList<>();
        for (JsonNode volume : definition.path("volumes")) {
            if (volume.path("configuredAtLaunch").asBoolean(false)) {
                names.add(volume.path("name").asText());
            }
        }
        return List.copyOf(names);
    }

    public Optional<Container> container(String name) {
        return containers.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
