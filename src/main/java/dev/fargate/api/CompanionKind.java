package dev.fargate.api;

/** What is made in AWS around a service, in the order in which it is made; it goes in the reverse order. */
public enum CompanionKind {
    /** Application Auto Scaling's hold on the service, with its policies and scheduled actions, which go with it. */
    ScalableTarget(false),
    /** The scaling policies of the scalable target that are ours, all of them. */
    ScalingPolicies(false),
    /** The alarms that set off the step scaling policies among them, all of them. */
    StepAlarms(false),
    /** The scheduled actions of the scalable target that are ours, all of them. */
    ScheduledActions(false);

    private final boolean precedesService;

    CompanionKind(boolean precedesService) {
        this.precedesService = precedesService;
    }

    /** Whether the service names it, so that it must be there first and go last. */
    public boolean precedesService() {
        return precedesService;
    }
}
