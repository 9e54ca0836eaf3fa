package dev.fargate.aws;

/** The ports of one scope. */
public record Aws(
        Identity identity,
        Clusters clusters,
        TaskDefinitions taskDefinitions,
        Services services,
        Tasks tasks,
        Tags tags,
        Subnets subnets,
        LogGroups logGroups,
        EventRules eventRules,
        Queues queues,
        ScheduleGroups scheduleGroups,
        Schedules schedules,
        Roles roles,
        Profiles profiles,
        InternetRoutes internetRoutes,
        VpcEndpoints vpcEndpoints,
        SecurityGroups securityGroups,
        LoadBalancers loadBalancers,
        Surroundings surroundings) {

    /** The ports for a scope; clients are made once and shared. */
    public interface Accounts {
        Aws of(AwsScope scope);
    }
}
