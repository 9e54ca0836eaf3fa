package dev.fargate.testing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricType;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Application Auto Scaling of ECS services in the hands of the account's owner. */
public final class AutoScaling implements AutoCloseable {
    private final ApplicationAutoScalingClient client;

    public AutoScaling(World world) {
        Map<String, String> environment = world.awsEnvironment();
        this.client = ApplicationAutoScalingClient.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL")))
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("simulated", "simulated")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    public Optional<ScalableTarget> target(String service) {
        return client
                .describeScalableTargets(request ->
                        request.serviceNamespace(ServiceNamespace.ECS).resourceIds(service))
                .scalableTargets()
                .stream()
                .findFirst();
    }

    public List<ScalingPolicy> policies(String service) {
        return client.describeScalingPolicies(request ->
                        request.serviceNamespace(ServiceNamespace.ECS).resourceId(service))
                .scalingPolicies();
    }

    public List<ScheduledAction> actions(String service) {
        return client.describeScheduledActions(request ->
                        request.serviceNamespace(ServiceNamespace.ECS).resourceId(service))
                .scheduledActions();
    }

    /** Somebody else sets other bounds. */
    public void bounds(String service, int min, int max) {
        client.registerScalableTarget(request -> request.serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .resourceId(service)
                .minCapacity(min)
                .maxCapacity(max));
    }

    /** Somebody else puts a policy that keeps CPU at a value. */
    public void policy(String service, String name, double target) {
        client.putScalingPolicy(request -> request.serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .resourceId(service)
                .policyName(name)
                .policyType(PolicyType.TARGET_TRACKING_SCALING)
                .targetTrackingScalingPolicyConfiguration(policy -> policy.targetValue(target)
                        .predefinedMetricSpecification(metric ->
                                metric.predefinedMetricType(MetricType.ECS_SERVICE_AVERAGE_CPU_UTILIZATION))));
    }

    @Override
    public void close() {
        client.close();
    }
}
