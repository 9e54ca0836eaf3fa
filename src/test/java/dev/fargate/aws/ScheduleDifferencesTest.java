package dev.fargate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.ScheduleDifferences.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.model.AssignPublicIp;
import software.amazon.awssdk.services.scheduler.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.scheduler.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.EcsParameters;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.Target;

class ScheduleDifferencesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void whatAwsFillsInIsNoDifference() {
        CreateScheduleRequest declared = CreateScheduleRequest.builder()
                .groupName("fargate-c1")
                .name("nightly")
                .clientToken("t")
                .scheduleExpression("cron(0 2 * * ? *)")
                .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                .startDate(START)
                .target(target(task -> task.capacityProviderStrategy(spot().build())))
                .build();

        GetScheduleResponse live = GetScheduleResponse.builder()
                .arn("arn:aws:scheduler:eu-west-1:123456789012:schedule/fargate-c1/nightly")
                .groupName("fargate-c1")
                .name("nightly")
                .description("")
                .creationDate(START)
                .lastModificationDate(START)
                .scheduleExpression("cron(0 2 * * ? *)")
                .scheduleExpressionTimezone("UTC")
                .state(ScheduleState.ENABLED)
                .actionAfterCompletion("NONE")
                .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                .startDate(START.plusMillis(500))
                .target(target(task -> task.taskCount(1)
                                .enableECSManagedTags(false)
                                .enableExecuteCommand(false)
                                .platformVersion("LATEST")
                                .placementConstraints(List.of())
                                .capacityProviderStrategy(
                                        spot().base(0).weight(0).build()))
                        .toBuilder()
                        .retryPolicy(retries ->
                                retries.maximumEventAgeInSeconds(86_400).maximumRetryAttempts(185))
                        .build())
                .build();

        assertThat(ScheduleDifferences.between(declared, live)).isEmpty();
    }

    @Test
    void listsWithoutOrderAreSets() {
        CreateScheduleRequest declared =
                declared(task -> task.tags(Map.of("key", "team", "value", "red"), Map.of("key", "app", "value", "shop"))
                        .networkConfiguration(network -> network.awsvpcConfiguration(vpc("subnet-1", "subnet-2"))));
        GetScheduleResponse live =
                live(task -> task.tags(Map.of("value", "shop", "key", "app"), Map.of("value", "red", "key", "team"))
                        .networkConfiguration(network -> network.awsvpcConfiguration(vpc("subnet-2", "subnet-1"))));

        assertThat(ScheduleDifferences.between(declared, live)).isEmpty();
    }

    @Test
    void aFieldThatSomebodyChangedIsNamedWithBothValues() {
        List<Field> fields = ScheduleDifferences.between(
                declared(task -> task.taskCount(2)
                        .networkConfiguration(network -> network.awsvpcConfiguration(vpc("subnet-1")))),
                live(task -> task.networkConfiguration(
                                network -> network.awsvpcConfiguration(vpc("subnet-1").toBuilder()
                                        .assignPublicIp(AssignPublicIp.ENABLED)
                                        .build())))
                        .toBuilder()
                        .state(ScheduleState.DISABLED)
                        .build());

        assertThat(fields)
                .containsExactly(
                        new Field("state", "absent", "DISABLED"),
                        new Field(
                                "target.ecsParameters.networkConfiguration.awsvpcConfiguration.assignPublicIp",
                                "absent",
                                "ENABLED"),
                        new Field("target.ecsParameters.taskCount", "2", "absent"));
    }

    @Test
    void whatIsAddedByHandIsADifferenceToo() {
        assertThat(ScheduleDifferences.between(
                        declared(task -> {}),
                        live(task -> {}).toBuilder().endDate(START).build()))
                .containsExactly(new Field("endDate", "absent", "2026-01-01T00:00:00Z"));
    }

    @Test
    void overridesAreNeverShown() {
        CreateScheduleRequest declared = declared(task -> {});
        CreateScheduleRequest secret = declared.toBuilder()
                .target(declared.target().toBuilder().input("{\"password\":1}").build())
                .build();

        assertThat(ScheduleDifferences.between(secret, live(task -> {})))
                .containsExactly(new Field("target.input", "changed", "changed"));
    }

    private static CreateScheduleRequest declared(Consumer<EcsParameters.Builder> task) {
        return CreateScheduleRequest.builder().target(target(task)).build();
    }

    private static GetScheduleResponse live(Consumer<EcsParameters.Builder> task) {
        return GetScheduleResponse.builder().target(target(task)).build();
    }

    private static Target target(Consumer<EcsParameters.Builder> task) {
        return Target.builder()
                .arn("arn:aws:ecs:eu-west-1:123456789012:cluster/dev")
                .ecsParameters(task.andThen(builder -> builder.taskDefinitionArn("app:1")))
                .build();
    }

    private static CapacityProviderStrategyItem.Builder spot() {
        return CapacityProviderStrategyItem.builder().capacityProvider("FARGATE_SPOT");
    }

    private static AwsVpcConfiguration vpc(String... subnets) {
        return AwsVpcConfiguration.builder().subnets(subnets).build();
    }
}
