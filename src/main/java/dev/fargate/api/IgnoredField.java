package dev.fargate.api;

/** Fields of a service that can be left to others, as JSON pointers into the spec. */
final class IgnoredField {
    static final String POINTERS =
            "self.all(p, p.matches('^/(task|desiredCount|capacityProviderStrategy|platformVersion"
                    + "|network(/(subnets|securityGroups|assignPublicIp))?|loadBalancers|serviceRegistries"
                    + "|deployment(/(maximumPercent|minimumHealthyPercent|circuitBreaker))?|healthCheckGracePeriodSeconds"
                    + "|availabilityZoneRebalancing|propagateTags|enableECSManagedTags|enableExecuteCommand|tags/[^/]+)$'))";
    static final String POINTERS_SAYS =
            "ignoreFields has JSON pointers into the spec: /task, a setting such as /desiredCount or /network/securityGroups, or /tags/KEY,"
                    + " with ~1 for a / in KEY";
    static final String SAYS =
            "Fields that somebody else owns, as JSON pointers into the spec, such as /task where a pipeline deploys its own revisions, "
                    + "/desiredCount, /network/securityGroups or /tags/KEY (~1 for a / in KEY). They are used to create the service, and "
                    + "never put or shown as drift later. Absent: default none.";
    /** As many as there are, and some tags. */
    static final int MOST = 32;

    private IgnoredField() {}
}
