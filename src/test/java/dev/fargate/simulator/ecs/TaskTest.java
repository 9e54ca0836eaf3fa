package dev.fargate.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskTest {
    private final VirtualEcs aws = new VirtualEcs();

    @Test
    void aTaskGoesThroughItsStatesAndSaysWhere() {
        JsonNode started = run("nginx:1", "").path("tasks").path(0);
        assertThat(started.path("lastStatus").asText()).isEqualTo("PROVISIONING");
        assertThat(started.path("group").asText()).isEqualTo("family:job");

        aws.passSeconds(1);
        assertThat(only("RUNNING").path("lastStatus").asText()).isEqualTo("PENDING");
        aws.passSeconds(3);

        JsonNode task = only("RUNNING");
        assertThat(task.path("lastStatus").asText()).isEqualTo("RUNNING");
        assertThat(task.path("version").asInt()).isEqualTo(3);
        assertThat(task.path("attachments").path(0).path("type").asText()).isEqualTo("ElasticNetworkInterface");
        assertThat(task.path("attachments").path(0).path("details").toString())
                .contains("subnet-a", "eni-", "10.0.0.1", "0a:00:");
        assertThat(task.path("platformVersion").asText()).isEqualTo("1.4.0");
        assertThat(task.path("startedAt").isNumber()).isTrue();
        assertThat(task.path("startedAt").toString()).startsWith("1767225603.5").doesNotContain("E");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fail-pull         | TaskFailedToStart        | CannotPullContainerError: pull image manifest has been retried 7 time(s) |
            fail-pull-timeout | TaskFailedToStart        | CannotPullContainerError: pull image manifest has been retried 5 time(s) |
            fail-pull-denied  | TaskFailedToStart        | CannotPullContainerError: pull image manifest has been retried 1 time(s) |
            fail-secret       | TaskFailedToStart        | ResourceInitializationError: unable to pull secrets or registry auth |
            fail-log-group    | TaskFailedToStart        | ResourceInitializationError: failed to validate logger args |
            exit-0            | EssentialContainerExited | Essential container in task exited | 0
            exit-42           | EssentialContainerExited | Essential container in task exited | 42
            oom               | EssentialContainerExited | Essential container in task exited | 137
            """)
    void theImagesTagDecidesHowATaskEnds(String tag, String code, String reason, Integer exitCode) {
        run("repo/nginx:" + tag, "");

        aws.passSeconds(10);

        JsonNode task = only("STOPPED");
        assertThat(task.path("lastStatus").asText()).isEqualTo("STOPPED");
        assertThat(task.path("stopCode").asText()).isEqualTo(code);
        assertThat(task.path("stoppedReason").asText()).startsWith(reason);
        JsonNode container = task.path("containers").path(0);
        assertThat(container.has("exitCode")).isEqualTo(exitCode != null);
        if (exitCode != null) {
            assertThat(container.path("exitCode").asInt()).isEqualTo(exitCode);
        }
        if (tag.equals("oom")) {
            assertThat(container.path("reason").asText())
                    .isEqualTo("OutOfMemoryError: Container killed due to memory usage");
        }
    }

    @Test
    void aSlowImageTakesTenTimesAsLong() {
        run("nginx:slow", "");
        aws.passSeconds(20);
        assertThat(only("RUNNING").path("lastStatus").asText()).isEqualTo("PENDING");

        aws.passSeconds(10);

        assertThat(only("RUNNING").path("lastStatus").asText()).isEqualTo("RUNNING");
    }

    @Test
    void aRegistryWithAPortIsNoTag() {
        run("localhost:5000/oom", "");
        aws.passSeconds(10);
        assertThat(only("RUNNING").path("lastStatus").asText()).isEqualTo("RUNNING");
    }

    @Test
    void aStoppedTaskIsDescribedForAnHour() {
        String arn = run("nginx:1", "").path("tasks").path(0).path("taskArn").asText();
        aws.passSeconds(5);
        aws.call("StopTask", "{'cluster':'apps','task':'" + arn + "','reason':'enough'}");
        aws.passSeconds(5);
        JsonNode task = only("STOPPED");
        assertThat(task.path("stopCode").asText()).isEqualTo("UserInitiated");
        assertThat(task.path("stoppedReason").asText()).isEqualTo("enough");
        assertThat(task.path("desiredStatus").asText()).isEqualTo("STOPPED");

        aws.pass(Duration.ofHours(1));

        JsonNode reply = aws.call("DescribeTasks", "{'cluster':'apps','tasks':['" + arn + "']}");
        assertThat(reply.path("tasks")).isEmpty();
        assertThat(reply.path("failures").path(0).path("reason").asText()).isEqualTo("MISSING");
    }

    @Test
    void theSameTokenIsTheSameTasksAndAnotherRequestAConflictThatNamesThem() {
        JsonNode first = run("nginx:1", ",'clientToken':'t','count':2").path("tasks");

        JsonNode again = rerun(",'clientToken':'t','count':2").path("tasks");

        assertThat(again.findValuesAsText("taskArn")).isEqualTo(first.findValuesAsText("taskArn"));
        AwsFault fault = catchThrowableOfType(AwsFault.class, () -> rerun(",'clientToken':'t','count':3"));
        assertThat(fault.code()).isEqualTo("ConflictException");
        List<String> ids = new ArrayList<>();
        fault.extra().path("resourceIds").forEach(id -> ids.add(id.asText()));
        assertThat(ids)
                .hasSize(2)
                .first()
                .isEqualTo(first.path(0).path("taskArn").asText());
    }

    @Test
    void aTokenLivesAnHourLongerThanItsTaskButNoLongerThanADay() {
        run("nginx:exit-0", ",'clientToken':'short'");
        aws.pass(Duration.ofMinutes(50));
        rerun(",'clientToken':'short'");
        assertThat(aws.tasks("STOPPED")).hasSize(1);
        aws.pass(Duration.ofMinutes(11));
        rerun(",'clientToken':'short'");
        assertThat(aws.tasks("RUNNING")).hasSize(1);

        run("nginx:1", ",'clientToken':'long'");
        aws.pass(Duration.ofHours(25));
        rerun(",'clientToken':'long'");
        assertThat(aws.tasks("RUNNING")).hasSize(2);
    }

    @Test
    void runTaskSaysInFailuresWhatItCouldNotStart() {
        aws.control("{'command':'capacity','available':false}");

        JsonNode reply = run("nginx:1", ",'count':2");

        assertThat(reply.path("tasks")).isEmpty();
        assertThat(reply.path("failures")).hasSize(2);
        assertThat(reply.path("failures").path(0).path("reason").asText())
                .startsWith("Capacity is unavailable at this time.");
    }

    @Test
    void listsShowRunningTasksAndStartedByStandsAlone() {
        run("nginx:1", ",'startedBy':'me'");
        run("nginx:exit-0", ",'startedBy':'me'");
        aws.passSeconds(10);

        assertThat(list("'startedBy':'me'")).hasSize(1);
        assertThat(list("'family':'job'")).hasSize(1);
        assertThat(list("'family':'job','desiredStatus':'STOPPED'")).hasSize(1);
        assertThat(list("'family':'other'")).isEmpty();
        assertThat(catchThrowableOfType(AwsFault.class, () -> list("'startedBy':'me','family':'job'"))
                        .code())
                .isEqualTo("InvalidParameterException");
        assertThat(catchThrowableOfType(AwsFault.class, () -> list("'serviceName':'none'"))
                        .code())
                .isEqualTo("ServiceNotFoundException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ,'count':11                                   | Count should be between 1 and 10.
            ,'overrides':{'containerOverrides':[{'name':'x'}]} | Override for container named x is not a container in the TaskDefinition.
            """)
    void aRunThatAwsRefusesIsRefused(String more, String words) {
        AwsFault fault = catchThrowableOfType(AwsFault.class, () -> run("nginx:1", more));
        assertThat(fault).hasMessage(words);
    }

    @Test
    void othersCanInterruptTasks() {
        run("nginx:1", "");
        aws.passSeconds(5);
        String arn = only("RUNNING").path("taskArn").asText();

        aws.control("{'command':'stop-tasks','task':'" + arn
                + "','stopCode':'SpotInterruption','reason':'Your Spot Task was interrupted.'}");

        assertThat(only("STOPPED").path("stopCode").asText()).isEqualTo("SpotInterruption");
    }

    @Test
    void tasksOfAServiceCarryItsNameItsDeploymentAndItsTags() {
        aws.create(
                aws.definition("web", "nginx:1"),
                1,
                ",'propagateTags':'SERVICE','enableECSManagedTags':true,'tags':[{'key':'team','value':'a'}]");
        aws.passSeconds(5);

        JsonNode task = only("RUNNING");
        assertThat(task.path("group").asText()).isEqualTo("service:web");
        assertThat(task.path("startedBy")).isEqualTo(aws.primary().path("id"));
        assertThat(aws.call(
                                "ListTagsForResource",
                                "{'resourceArn':'" + task.path("taskArn").asText() + "'}")
                        .path("tags")
                        .findValuesAsText("key"))
                .containsExactly("aws:ecs:clusterName", "aws:ecs:serviceName", "team");
        assertThat(list("'serviceName':'web'")).hasSize(1);
    }

    private JsonNode list(String filter) {
        return aws.call("ListTasks", "{'cluster':'apps'," + filter + "}").path("taskArns");
    }

    private JsonNode only(String status) {
        assertThat(aws.tasks(status)).hasSize(1);
        return aws.tasks(status).getFirst();
    }

    private JsonNode run(String image, String more) {
        aws.definition("job", image);
        return rerun(more);
    }

    private JsonNode rerun(String more) {
        return aws.call(
                "RunTask",
                "{'cluster':'apps','launchType':'FARGATE','taskDefinition':'job'," + VirtualEcs.NETWORK + more + "}");
    }
}
