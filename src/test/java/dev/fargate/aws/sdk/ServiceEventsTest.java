package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;

class ServiceEventsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(service app) has reached a steady state.",
                "(service app) has started 2 tasks: (task 1) (task 2).",
                "(service app) has stopped 1 running tasks: (task 1).",
                "(service app) registered 1 targets in (target-group arn:tg)",
                "(service app) deregistered 1 targets in (target-group arn:tg)",
                "(service app, taskSet ecs-svc/1) has begun draining connections on 1 tasks.",
                "(service app) (deployment ecs-svc/1) deployment completed."
            })
    void theRoutineIsDropped(String message) {
        assertThat(ServiceEvents.telling(List.of(event(message)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(service app) (deployment ecs-svc/1) deployment failed: tasks failed to start.",
                "(service app) rolling back to deployment ecs-svc/0.",
                "(service app) was unable to place a task. Reason: Capacity is unavailable at this time.",
                "(service app) is unable to consistently start tasks successfully.",
                "(service app) (port 8080) is unhealthy in (target-group arn:tg) due to (reason Request timed out)",
                "(service app) failed to launch a task with (error ECS was unable to assume the role 'arn:role')",
                "(service app) says something that nobody has seen before"
            })
    void troubleIsKept(String message) {
        assertThat(ServiceEvents.telling(List.of(event(message)))).hasSize(1);
    }

    @Test
    void theNewestFiveAreKeptAndNoNoisePushesOutWhyARolloutFailed() {
        Stream<String> noise =
                IntStream.range(0, 50).mapToObj(i -> "(service app) is unhealthy, for the " + i + ". time");
        List<ServiceEvent> events = Stream.concat(
                        noise, Stream.of("(deployment ecs-svc/1) deployment failed: tasks failed to start."))
                .map(ServiceEventsTest::event)
                .toList();

        List<ServiceEvent> kept = ServiceEvents.telling(events);

        assertThat(kept).hasSize(5).startsWith(events.getFirst()).endsWith(events.getLast());
    }

    private static ServiceEvent event(String message) {
        return ServiceEvent.builder().id(message).message(message).build();
    }
}
