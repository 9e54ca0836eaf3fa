package dev.fargate.cost;

import software.amazon.awssdk.services.ecs.model.CPUArchitecture;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/**
 * What of a task Fargate charges for.
 *
 * @param cpuUnits 1024 are a vCPU
 * @param storageGib ephemeral storage, of which 20 GiB are free
 */
public record PricedTask(int cpuUnits, int memoryMib, int storageGib, boolean arm) {
    /** Of every task (AWS Fargate pricing, "20 GB of ephemeral storage is available"). */
    static final int FREE_STORAGE_GIB = 20;

    /** As it is registered: Linux, with CPU and memory for the whole task, as Fargate asks. */
    public static PricedTask of(RegisterTaskDefinitionRequest definition) {
        return new PricedTask(
                Integer.parseInt(definition.cpu()),
                Integer.parseInt(definition.memory()),
                definition.ephemeralStorage() == null
                        ? FREE_STORAGE_GIB
                        : definition.ephemeralStorage().sizeInGiB(),
                definition.runtimePlatform() != null
                        && definition.runtimePlatform().cpuArchitecture() == CPUArchitecture.ARM64);
    }

    /** The same in another size. */
    public PricedTask sized(int cpu, int memory) {
        return new PricedTask(cpu, memory, storageGib, arm);
    }
}
