package dev.fargate.diagnosis;

/** Why a task stopped. The names are told in status and may be relied on: one is added rather than renamed. */
public enum Cause {
    NetworkUnreachable(Weight.FAILURE),
    SecurityGroup(Weight.FAILURE),
    ImageNotFound(Weight.FAILURE),
    ImageAccessDenied(Weight.FAILURE),
    ImagePlatformMismatch(Weight.FAILURE),
    ImageRateLimited(Weight.FAILURE),
    ImagePullFailed(Weight.FAILURE),
    SecretUnreachable(Weight.FAILURE),
    SecretDenied(Weight.FAILURE),
    SecretMissing(Weight.FAILURE),
    KeyDenied(Weight.FAILURE),
    LogGroupMissing(Weight.FAILURE),
    LogDenied(Weight.FAILURE),
    LogUnreachable(Weight.FAILURE),
    VolumeMountFailed(Weight.FAILURE),
    NetworkInterfaceFailed(Weight.FAILURE),
    RoleNotAssumable(Weight.FAILURE),
    OutOfMemory(Weight.FAILURE),
    DiskFull(Weight.FAILURE),
    ExitCode(Weight.FAILURE),
    CommandNotFound(Weight.FAILURE),
    NotExecutable(Weight.FAILURE),
    WrongArchitecture(Weight.FAILURE),
    KilledOnTimeout(Weight.FAILURE),
    LoadBalancerHealth(Weight.FAILURE),
    ContainerHealth(Weight.FAILURE),
    NoCapacity(Weight.FAILURE),
    EnvironmentFileFailed(Weight.FAILURE),
    LogRouterConfig(Weight.FAILURE),
    Unknown(Weight.FAILURE),
    SpotInterruption(Weight.INTERRUPTION),
    StoppedByUser(Weight.INTERRUPTION),
    PlatformRetirement(Weight.INTERRUPTION),
    Scaling(Weight.ROUTINE),
    Replaced(Weight.ROUTINE);

    private final Weight weight;

    Cause(Weight weight) {
        this.weight = weight;
    }

    /** Something is wrong with the task or with what is around it. */
    public boolean isFailure() {
        return weight == Weight.FAILURE;
    }

    /** ECS does so all day; nobody needs to know. */
    public boolean isRoutine() {
        return weight == Weight.ROUTINE;
    }

    private enum Weight {
        FAILURE,
        /** From outside, and no fault of the task: worth telling, not worth mending. */
        INTERRUPTION,
        ROUTINE
    }
}
