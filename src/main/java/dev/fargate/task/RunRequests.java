package dev.fargate.task;

import dev.fargate.api.Container.NameValue;
import dev.fargate.api.FargateTaskSpec;
import dev.fargate.api.FargateTaskStatus.Launch;
import dev.fargate.api.TaskOverrides;
import dev.fargate.aws.Digest;
import dev.fargate.aws.Owner;
import dev.fargate.aws.SdkTags;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.environment.WorkloadCapacity;
import dev.fargate.environment.WorkloadNetwork;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.ContainerOverride;
import software.amazon.awssdk.services.ecs.model.EphemeralStorage;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.TaskOverride;

/** The RunTask requests of a run. */
final class RunRequests {
    private static final String LATEST = "LATEST";

    private RunRequests() {}

    /** What all calls of the run have in common. */
    static RunTaskRequest template(FargateTaskSpec spec, ResolvedEnvironment environment, Map<String, String> tags) {
        List<CapacityProviderStrategyItem> capacity = WorkloadCapacity.of(spec.capacityProviderStrategy(), environment);
        RunTaskRequest.Builder request = RunTaskRequest.builder()
                .cluster(environment.clusterArn())
                .platformVersion(spec.platformVersion() == null ? LATEST : spec.platformVersion())
                .networkConfiguration(WorkloadNetwork.of(spec.network(), environment))
                .overrides(overrides(spec.overrides()))
                .propagateTags(
                        spec.propagateTags() == FargateTaskSpec.PropagateTags.TASK_DEFINITION
                                ? "TASK_DEFINITION"
                                : null)
                .enableECSManagedTags(Boolean.TRUE.equals(spec.enableECSManagedTags()))
                .enableExecuteCommand(Boolean.TRUE.equals(spec.enableExecuteCommand()))
                .tags(SdkTags.list(tags));
        // One of both, for else the cluster's default strategy counts, whatever it is by then.
        return capacity.isEmpty()
                ? request.launchType(LaunchType.FARGATE).build()
                : request.capacityProviderStrategy(capacity).build();
    }

    /** One call: always the same for its launch, so that it may be made again when nobody knows whether it was. */
    static RunTaskRequest of(RunTaskRequest template, String revision, Owner owner, Launch launch) {
        return template.copy(request -> request.taskDefinition(revision)
                .count(launch.count())
                .startedBy(startedBy(owner, launch))
                .clientToken(Digest.token(owner.uid() + "/" + launch.number())));
    }

    /** Tells the tasks of one call from all others: letters, digits, - and / only, at most 128 (ECS API reference, RunTask). */
    static String startedBy(Owner owner, Launch launch) {
        return "fargate/" + Digest.token(owner.uid()) + "/" + launch.number();
    }

    private static TaskOverride overrides(TaskOverrides overrides) {
        return overrides == null
                ? null
                : TaskOverride.builder()
                        .cpu(text(overrides.cpu()))
                        .memory(text(overrides.memory()))
                        .ephemeralStorage(
                                overrides.ephemeralStorage() == null
                                        ? null
                                        : EphemeralStorage.builder()
                                                .sizeInGiB(overrides
                                                        .ephemeralStorage()
                                                        .sizeInGiB())
                                                .build())
                        .executionRoleArn(overrides.executionRoleArn())
                        .taskRoleArn(overrides.taskRoleArn())
                        .containerOverrides(filled(overrides.containerOverrides().stream()
                                .sorted(Comparator.comparing(TaskOverrides.ContainerOverride::name))
                                .map(RunRequests::container)
                                .toList()))
                        .build();
    }

    private static ContainerOverride container(TaskOverrides.ContainerOverride override) {
        return ContainerOverride.builder()
                .name(override.name())
                .command(filled(override.command()))
                .environment(filled(override.environment().stream()
                        .sorted(Comparator.comparing(NameValue::name))
                        .map(pair -> KeyValuePair.builder()
                                .name(pair.name())
                                .value(pair.value() == null ? "" : pair.value())
                                .build())
                        .toList()))
                .cpu(override.cpu())
                .memory(override.memory())
                .memoryReservation(override.memoryReservation())
                .build();
    }

    private static String text(Integer number) {
        return number == null ? null : number.toString();
    }

    /** An unset list is not sent; an empty one would be. */
    private static <C extends Collection<?>> C filled(C list) {
        return list.isEmpty() ? null : list;
    }
}
