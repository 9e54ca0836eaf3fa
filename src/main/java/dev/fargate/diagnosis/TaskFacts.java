package dev.fargate.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of how a task was to run, so that a sentence can name it. What is not known is empty.
 *
 * @param volumes name and file system of each, as a person reads them
 * @param peakMemoryPercent the highest share of their memory that tasks of this size were seen to use
 * @param found what was found out about the task's surroundings, by what it leads to: a sentence with the step to take
 * @param said what ECS said lately of the service that it is of, newest first
 */
public record TaskFacts(
        Size size,
        Roles roles,
        Network network,
        List<Container> containers,
        List<String> volumes,
        Map<Cause, String> found,
        OptionalInt peakMemoryPercent,
        List<String> said) {
    /** Nothing is known. */
    public static final TaskFacts NONE = new TaskFacts(
            new Size(OptionalInt.empty(), "", OptionalInt.empty(), ""),
            new Roles("", ""),
            new Network(List.of(), List.of(), false),
            List.of(),
            List.of());

    /** Nothing was found out about the surroundings. */
    public TaskFacts(Size size, Roles roles, Network network, List<Container> containers, List<String> volumes) {
        this(size, roles, network, containers, volumes, Map.of(), OptionalInt.empty(), List.of());
    }

    /** The same with what was found out. */
    public TaskFacts finding(Map<Cause, String> sentences) {
        return new TaskFacts(size, roles, network, containers, volumes, sentences, peakMemoryPercent, said);
    }

    /** The same with what the tasks were seen to use. */
    public TaskFacts using(OptionalInt peakMemory) {
        return new TaskFacts(size, roles, network, containers, volumes, found, peakMemory, said);
    }

    /** The same with what ECS says of the service. */
    public TaskFacts hearing(List<String> messages) {
        return new TaskFacts(size, roles, network, containers, volumes, found, peakMemoryPercent, messages);
    }

    public TaskFacts {
        containers = List.copyOf(containers);
        volumes = List.copyOf(volumes);
        found = Map.copyOf(found);
        said = List.copyOf(said);
    }

    Optional<Container> container(String name) {
        return containers.stream()
                .filter(container -> container.name().equals(name))
                .findFirst();
    }

    /**
     * What the task was given.
     *
     * @param larger the next size that Fargate sells, in words
     * @param architecture X86_64 or ARM64
     */
    public record Size(OptionalInt memoryMib, String larger, OptionalInt storageGib, String architecture) {}

    /** ARNs of the task's roles. */
    public record Roles(String execution, String task) {}

    /** Where its network interface is. */
    public record Network(List<String> subnets, List<String> securityGroups, boolean publicIp) {
        public Network {
            subnets = List.copyOf(subnets);
            securityGroups = List.copyOf(securityGroups);
        }
    }

    /**
     * One container.
     *
     * @param logGroup where it logs with awslogs
     * @param checked whether it has a health check
     */
    public record Container(String name, boolean essential, OptionalInt memoryMib, String logGroup, boolean checked) {}
}
