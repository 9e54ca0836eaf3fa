package dev.fargate.testing;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;

/** EventBridge Scheduler in the hands of somebody who looks at schedules and suspends them. */
public final class EventBridgeScheduler implements AutoCloseable {
    private final SchedulerClient client;

    public EventBridgeScheduler(World world) {
        Map<String, String> environment = world.awsEnvironment();
        this.client = SchedulerClient.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL")))
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("simulated", "simulated")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    public GetScheduleResponse schedule(String arn) {
        String[] path = arn.split("/", -1);
        return client.getSchedule(request -> request.groupName(path[1]).name(path[2]));
    }

    /** All else stays: an update that leaves a field out resets it. */
    public void suspend(String arn) {
        GetScheduleResponse live = schedule(arn);
        client.updateSchedule(request -> request.groupName(live.groupName())
                .name(live.name())
                .description(live.description())
                .scheduleExpression(live.scheduleExpression())
                .scheduleExpressionTimezone(live.scheduleExpressionTimezone())
                .startDate(live.startDate())
                .endDate(live.endDate())
                .flexibleTimeWindow(live.flexibleTimeWindow())
                .target(live.target())
                .state(ScheduleState.DISABLED));
    }

    @Override
    public void close() {
        client.close();
    }
}
