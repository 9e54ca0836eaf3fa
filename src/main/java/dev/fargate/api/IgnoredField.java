package dev.fargate.api;

/** Fields that can be left to others, as JSON pointers into the spec. */
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
    static final String OF_ENVIRONMENT =
            "self.all(p, p.matches('^/(cluster/(containerInsights|capacityProviders|defaultCapacityProviderStrategy|configuration"
                    + "|serviceConnectDefaults)|tags/[^/]+)$'))";
    static final String OF_ENVIRONMENT_SAYS =
            "ignoreFields has JSON pointers into the spec: /cluster/containerInsights, /cluster/capacityProviders,"
                    + " /cluster/defaultCapacityProviderStrategy, /cluster/configuration, /cluster/serviceConnectDefaults or /tags/KEY,"
                    + " with ~1 for a / in KEY";
    static final String OF_ENVIRONMENT_IS =
            "Settings of the cluster and tags that somebody else owns, as JSON pointers into the spec, such as /cluster/containerInsights"
                    + " or /tags/KEY (~1 for a / in KEY). They are used to create the cluster, and never put or shown as drift later."
                    + " Absent: default none.";
    static final String OF_SCHEDULE =
            "self.all(p, p.matches('^/(suspend|flexibleTimeWindowMinutes|retryPolicy|count|capacityProviderStrategy|platformVersion"
                    + "|network)$'))";
    static final String OF_SCHEDULE_SAYS =
            "ignoreFields has JSON pointers into the spec: /suspend, /flexibleTimeWindowMinutes, /retryPolicy, /count,"
                    + " /capacityProviderStrategy, /platformVersion or /network; when it runs, what and with which role is the spec's";
    static final String OF_SCHEDULE_IS =
            "Settings that somebody else owns in EventBridge Scheduler, as JSON pointers into the spec: /suspend,"
                    + " /flexibleTimeWindowMinutes, /retryPolicy, /count, /capacityProviderStrategy, /platformVersion, /network. They are"
                    + " used to create the schedule, and never put or shown as drift later. With concurrencyPolicy Allow only. Absent:"
                    + " default none.";
    static final String TAGS = "self.all(p, p.matches('^/tags/[^/]+$'))";
    static final String TAGS_SAYS =
            "ignoreFields has JSON pointers to tags, since AWS lets nobody change anything else of a profile: /tags/KEY, with ~1 for a / in KEY";
    static final String TAGS_IS =
            "Tags that somebody else owns, as JSON pointers /tags/KEY (~1 for a / in KEY). They are put on a new profile, and never put or"
                    + " shown as drift later; AWS lets nobody change anything else of a profile. Absent: default none.";
    /** As many as there are, and some tags. */
    static final int MOST = 32;

    private IgnoredField() {}
}
