package dev.fargate.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.feed.Announcement.About;
import dev.fargate.feed.Announcement.Ended;
import dev.fargate.feed.Announcement.Nothing;
import dev.fargate.feed.Announcement.What;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementsTest {
    private static final String CLUSTER = "arn:aws:ecs:eu-west-1:123456789012:cluster/main";
    private static final String SERVICE = "arn:aws:ecs:eu-west-1:123456789012:service/main/shop_web";
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private final Announcements announcements = new Announcements(CLUSTER);

    @ParameterizedTest
    @CsvSource({
        "SERVICE_DEPLOYMENT_COMPLETED, INFO",
        "SERVICE_DEPLOYMENT_FAILED,    ERROR",
    })
    void the_end_of_a_deployment_is_news(String name, String type) {
        assertThat(announcements.read(deployment(name, type)))
                .isEqualTo(new About("shop_web", new What.Ended("ecs-svc/1"), AT));
    }

    @Test
    void the_beginning_of_a_deployment_is_news_to_whoever_does_not_know_it() {
        assertThat(announcements.read(deployment("SERVICE_DEPLOYMENT_IN_PROGRESS", "INFO")))
                .isEqualTo(new About("shop_web", new What.Begun("ecs-svc/1"), AT));
    }

    @Test
    void what_a_service_does_is_news_if_it_is_not_routine() {
        assertThat(announcements.read(action("INFO", "SERVICE_STEADY_STATE")))
                .isEqualTo(new About("shop_web", new What.Steady(), AT));
        assertThat(announcements.read(action("INFO", "SERVICE_DESIRED_COUNT_UPDATED")))
                .isEqualTo(new About("shop_web", new What.Scaled(), AT));
        assertThat(announcements.read(action("WARN", "SERVICE_TASK_START_IMPAIRED")))
                .isEqualTo(new About("shop_web", new What.Trouble(), AT));
        assertThat(announcements.read(action("ERROR", "A_NAME_OF_NEXT_YEAR")))
                .isEqualTo(new About("shop_web", new What.Trouble(), AT));
        assertThat(announcements.read(action("INFO", "TASKS_STOPPED"))).isEqualTo(new Nothing(Heard.ROUTINE));
        assertThat(announcements.read(action("INFO", "CAPACITY_PROVIDER_STEADY_STATE")))
                .isEqualTo(new Nothing(Heard.ROUTINE));
    }

    @ParameterizedTest
    @CsvSource({
        "EssentialContainerExited,  Essential container in task exited",
        "TaskFailedToStart,         CannotPullContainerError: not found",
        "UserInitiated,             Task stopped by user",
        "SpotInterruption,          Your Spot Task was interrupted.",
        "ServiceSchedulerInitiated, Task failed ELB health checks in (target-group …)",
    })
    void a_task_that_stops_by_itself_is_trouble(String code, String reason) {
        String stopping = task("service:shop_web", "STOPPED", code, reason);
        assertThat(announcements.read(stopping)).isEqualTo(new About("shop_web", new What.Trouble(), AT));
        assertThat(announcements.read(stopping.replace("DEPROVISIONING", "STOPPED")))
                .isEqualTo(new About("shop_web", new What.TaskStopped(), AT));
    }

    @Test
    void a_task_that_starts_or_that_a_deployment_takes_away_is_routine() {
        String scaled = "Scaling activity initiated by (deployment ecs-svc/1)";
        assertThat(announcements.read(task("service:shop_web", "STOPPED", "ServiceSchedulerInitiated", scaled)))
                .isEqualTo(new Nothing(Heard.ROUTINE));
        assertThat(announcements.read(task("service:shop_web", "RUNNING", "", "")))
                .isEqualTo(new Nothing(Heard.ROUTINE));
    }

    @Test
    void a_task_of_a_run_is_told_of_once_it_has_stopped() {
        String stopping = task("family:shop_import", "STOPPED", "EssentialContainerExited", "");
        assertThat(announcements.read(stopping)).isEqualTo(new Nothing(Heard.ROUTINE));
        assertThat(announcements.read(stopping.replace("DEPROVISIONING", "STOPPED")))
                .isEqualTo(new Ended("0123abcd", AT));
    }

    @Test
    void an_event_of_another_cluster_or_another_service_of_AWS_is_foreign() {
        String other = deployment("SERVICE_DEPLOYMENT_COMPLETED", "INFO");
        assertThat(announcements.read(other.replace("service/main/", "service/main2/")))
                .isEqualTo(new Nothing(Heard.FOREIGN));
        assertThat(announcements.read(other.replace("123456789012", "210987654321")))
                .isEqualTo(new Nothing(Heard.FOREIGN));
        assertThat(announcements.read(
                        task("service:shop_web", "STOPPED", "", "").replace("cluster/main", "cluster/b")))
                .isEqualTo(new Nothing(Heard.FOREIGN));
        assertThat(announcements.read(other.replace("aws.ecs", "aws.ec2"))).isEqualTo(new Nothing(Heard.FOREIGN));
        assertThat(announcements.read(
                        other.replace("ECS Deployment State Change", "ECS Container Instance State Change")))
                .isEqualTo(new Nothing(Heard.FOREIGN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{",
                "null",
                "[]",
                "42",
                "{\"source\": \"aws.ecs\"}",
                "{\"source\": \"aws.ecs\", \"detail\": \"text\"}",
                "{\"source\": \"aws.ecs\", \"detail-type\": \"ECS Service Action\", \"detail\": {\"eventType\": \"INFO\", "
                        + "\"eventName\": \"SERVICE_STEADY_STATE\"}, \"time\": \"yesterday\", \"resources\": [\""
                        + SERVICE
                        + "\"]}",
            })
    void what_is_no_event_is_malformed_and_nothing_else_happens(String body) {
        assertThat(announcements.read(body)).isEqualTo(new Nothing(Heard.MALFORMED));
    }

    @Test
    void neither_length_nor_depth_nor_absence_does_harm() {
        assertThat(announcements.read("{\"a\":\"" + "x".repeat(Announcements.LONGEST) + "\"}"))
                .isEqualTo(new Nothing(Heard.MALFORMED));
        assertThat(announcements.read("[".repeat(Announcements.LONGEST))).isEqualTo(new Nothing(Heard.MALFORMED));
        assertThat(announcements.read(null)).isEqualTo(new Nothing(Heard.MALFORMED));
    }

    @Test
    void fields_that_are_not_what_they_should_be_are_as_if_they_were_not_there() {
        String odd = """
                {"source": "aws.ecs", "detail-type": "ECS Deployment State Change", "time": "2026-03-01T12:00:00Z",
                 "resources": {"0": "%s"}, "detail": {"eventName": ["SERVICE_DEPLOYMENT_COMPLETED"], "deploymentId": {}}}""".formatted(SERVICE);
        assertThat(announcements.read(odd)).isEqualTo(new Nothing(Heard.FOREIGN));
    }

    static String deployment(String name, String type) {
        return """
                {"source": "aws.ecs", "detail-type": "ECS Deployment State Change", "time": "%s", "resources": ["%s"],
                 "detail": {"eventType": "%s", "eventName": "%s", "deploymentId": "ecs-svc/1", "reason": "…"}}""".formatted(AT, SERVICE, type, name);
    }

    private static String action(String type, String name) {
        return """
                {"source": "aws.ecs", "detail-type": "ECS Service Action", "time": "%s", "resources": ["%s"],
                 "detail": {"eventType": "%s", "eventName": "%s", "clusterArn": "%s"}}""".formatted(AT, SERVICE, type, name, CLUSTER);
    }

    private static String task(String group, String desired, String code, String reason) {
        return """
                {"source": "aws.ecs", "detail-type": "ECS Task State Change", "time": "%s", "resources": ["t"],
                 "detail": {"clusterArn": "%s", "group": "%s", "desiredStatus": "%s", "stopCode": "%s",
                            "stoppedReason": "%s", "lastStatus": "DEPROVISIONING",
                            "taskArn": "arn:aws:ecs:eu-west-1:123456789012:task/main/0123abcd"}}""".formatted(AT, CLUSTER, group, desired, code, reason);
    }
}
