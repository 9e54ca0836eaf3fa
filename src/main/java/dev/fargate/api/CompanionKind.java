package dev.fargate.api;

/** What is made in AWS around a service, in the order in which it is made; it goes in the reverse order. */
public enum CompanionKind {
    /** The security group of the tasks, which lets their load balancers in. */
    SecurityGroup(true),
    /** A target group that is made for a port. */
    TargetGroup(true),
    /** The rule by which a listener sends to a target group. */
    ListenerRule(true),
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
