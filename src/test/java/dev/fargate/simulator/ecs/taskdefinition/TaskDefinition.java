package dev.fargate.simulator.ecs.taskdefinition;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.wire.Realm;
import dev.fargate.simulator.ecs.wire.Stamp;
import dev.fargate.simulator.ecs.wire.Tags;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** One revision. Its content never changes; its status and its tags do. */
public final class TaskDefinition {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where a revision is on its way out. */
    public enum Status {
        ACTIVE,
        INACTIVE,
        DELETE_IN_PROGRESS
    }

    private final String arn;
    private final String family;
    private final int revision;
    // Packed, because ten thousand definitions as trees are sixty megabytes, and most are seldom read.
    private final byte[] content;
    private final TaskShape shape;
    private final Tags tags;
    private final Instant registeredAt;
    private Optional<Instant> deregisteredAt = Optional.empty();
    private Status status = Status.ACTIVE;

    TaskDefinition(Realm realm, String family, int revision, ObjectNode content, Tags tags, Instant registeredAt) {
        this.arn = realm.arn("task-definition/" + family + ":" + revision);
        this.family = family;
        this.revision = revision;
        this.content = pack(content);
        this.shape = TaskShape.of(content);
        this.tags = tags;
        this.registeredAt = registeredAt;
    }

    public String arn() {
        return arn;
    }

    public String family() {
        return family;
    }

    public int revision() {
        return revision;
    }

    public Status status() {
        return status;
    }

    public TaskShape shape() {
        return shape;
    }

    public Tags tags() {
        return tags;
    }

    void deregister(Instant now) {
        if (status == Status.ACTIVE) {
            status = Status.INACTIVE;
            deregisteredAt = Optional.of(now);
        }
    }

    void delete() {
        status = Status.DELETE_IN_PROGRESS;
    }

    /** The definition as replies show it. */
    public ObjectNode view() {
        ObjectNode view = unpack();
        view.put("taskDefinitionArn", arn);
        view.put("revision", revision);
        view.put("status", status.name());
        view.putArray("compatibilities").add("EC2").add("FARGATE");
        view.set("registeredAt", Stamp.EPOCH.of(registeredAt));
        deregisteredAt.ifPresent(at -> view.set("deregisteredAt", Stamp.EPOCH.of(at)));
        return view;
    }

    private static byte[] pack(ObjectNode content) {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private ObjectNode unpack() {
        try {
            return (ObjectNode) JSON.readTree(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
