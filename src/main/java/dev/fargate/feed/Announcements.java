package dev.fargate.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.feed.Announcement.About;
import dev.fargate.feed.Announcement.Ended;
import dev.fargate.feed.Announcement.Nothing;
import dev.fargate.feed.Announcement.What;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the messages of a feed. Anybody who may write to the queue may have sent anything: what is not understood is named, never an
 * exception. Fields: Amazon ECS developer guide, "Amazon ECS events".
 */
final class Announcements {
    /** Ten times the size of a task's event with ten containers. */
    static final int LONGEST = 64 * 1024;

    private static final String SERVICE_GROUP = "service:";
    private static final String STOPPED = "STOPPED";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String clusterArn;
    private final String services;

    Announcements(String clusterArn) {
        this.clusterArn = clusterArn;
        this.services = servicesOf(clusterArn);
    }

    /** What the ARNs of a cluster's services begin with. */
    static String servicesOf(String clusterArn) {
        return clusterArn.replaceFirst(":cluster/", ":service/") + "/";
    }

    Announcement read(String body) {
        if (body == null || body.length() > LONGEST) {
            return new Nothing(Heard.MALFORMED);
        }
        try {
            JsonNode event = JSON.readTree(body);
            return event.isObject() && event.path("detail").isObject() ? read(event) : new Nothing(Heard.MALFORMED);
        } catch (JsonProcessingException | DateTimeException e) {
            return new Nothing(Heard.MALFORMED);
        }
    }

    private Announcement read(JsonNode event) {
        if (!event.path("source").asText().equals("aws.ecs")) {
            return new Nothing(Heard.FOREIGN);
        }
        JsonNode detail = event.path("detail");
        return switch (event.path("detail-type").asText()) {
            case "ECS Deployment State Change" -> ofService(event, deployment(detail));
            case "ECS Service Action" -> ofService(event, action(detail));
            case "ECS Task State Change" -> ofTask(event, detail);
            default -> new Nothing(Heard.FOREIGN);
        };
    }

    /** The detail may name the service in one field or another, and a deployment's names no cluster: the resource has both. */
    private Announcement ofService(JsonNode event, Optional<What> what) {
        String arn = event.path("resources").path(0).asText();
        return arn.startsWith(services)
                ? about(event, arn.substring(services.length()), what)
                : new Nothing(Heard.FOREIGN);
    }

    private Announcement ofTask(JsonNode event, JsonNode detail) {
        String group = detail.path("group").asText();
        if (!detail.path("clusterArn").asText().equals(clusterArn)) {
            return new Nothing(Heard.FOREIGN);
        }
        return group.startsWith(SERVICE_GROUP)
                ? about(event, group.substring(SERVICE_GROUP.length()), task(detail))
                : ofRun(event, detail);
    }

    /** While it stops there is nothing to learn: exit codes are not there yet. */
    private static Announcement ofRun(JsonNode event, JsonNode detail) {
        String arn = detail.path("taskArn").asText();
        boolean stopped = detail.path("lastStatus").asText().equals(STOPPED);
        return stopped ? new Ended(arn.substring(arn.lastIndexOf('/') + 1), at(event)) : new Nothing(Heard.ROUTINE);
    }

    private static Instant at(JsonNode event) {
        return Instant.parse(event.path("time").asText());
    }

    private static Announcement about(JsonNode event, String service, Optional<What> what) {
        Instant at = at(event);
        return what.<Announcement>map(known -> new About(service, known, at))
                .orElseGet(() -> new Nothing(Heard.ROUTINE));
    }

    private static Optional<What> deployment(JsonNode detail) {
        String id = detail.path("deploymentId").asText();
        return switch (detail.path("eventName").asText()) {
            case "SERVICE_DEPLOYMENT_IN_PROGRESS" -> Optional.of(new What.Begun(id));
            case "SERVICE_DEPLOYMENT_COMPLETED", "SERVICE_DEPLOYMENT_FAILED" -> Optional.of(new What.Ended(id));
            default -> Optional.empty();
        };
    }

    /** Whatever is no INFO is trouble, names that are not known yet included. */
    private static Optional<What> action(JsonNode detail) {
        if (!detail.path("eventType").asText().equals("INFO")) {
            return Optional.of(new What.Trouble());
        }
        return switch (detail.path("eventName").asText()) {
            case "SERVICE_STEADY_STATE" -> Optional.of(new What.Steady());
            case "SERVICE_DESIRED_COUNT_UPDATED" -> Optional.of(new What.Scaled());
            default -> Optional.empty();
        };
    }

    /** Tasks that a deployment or a smaller count takes away are no news; a failed health check has the same code, not the same words. */
    private static Optional<What> task(JsonNode detail) {
        boolean stops = detail.path("desiredStatus").asText().equals(STOPPED);
        boolean scaledIn = detail.path("stopCode").asText().equals("ServiceSchedulerInitiated")
                && detail.path("stoppedReason").asText("Scaling").startsWith("Scaling");
        if (!stops || scaledIn) {
            return Optional.empty();
        }
        boolean stopped = detail.path("lastStatus").asText().equals(STOPPED);
        return Optional.of(stopped ? new What.TaskStopped() : new What.Trouble());
    }
}
