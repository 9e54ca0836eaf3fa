package dev.fargate.service;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Identity;
import dev.fargate.aws.LogGroups;
import dev.fargate.aws.ServiceDeployments;
import dev.fargate.aws.Services;
import dev.fargate.aws.Tags;
import dev.fargate.aws.TaskDefinitions;
import dev.fargate.plans.Ports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/** ECS for one turn of one service: every call is noted, and answered at once or refused. */
final class MemoryEcs implements Services, ServiceDeployments, TaskDefinitions, Tags {
    private static final String REVISION = "arn:aws:ecs:eu-west-1:123456789012:task-definition/%s:%d";

    private final Optional<Service> live;
    private final Revisions revisions;
    private final List<Task> stopped;
    private final Map<String, Refused> refusals;
    private final Instant now;
    private final List<String> calls = new ArrayList<>();

    MemoryEcs(
            Optional<Service> live,
            Revisions revisions,
            List<Task> stopped,
            Map<String, Refused> refusals,
            Instant now) {
        this.live = live;
        this.revisions = revisions;
        this.stopped = List.copyOf(stopped);
        this.refusals = refusals;
        this.now = now;
    }

    /** What is registered.
     *
     * @param newest of the family
     * @param running what the service runs; without it, a revision asked for by ARN is ACTIVE and nothing more is known
     */
    record Revisions(Optional<Revision> newest, Optional<TaskDefinition> running) {
        static final Revisions NONE = new Revisions(Optional.empty(), Optional.empty());

        static Revisions newest(Revision newest) {
            return new Revisions(Optional.of(newest), Optional.empty());
        }
    }

    /** How AWS refuses a call. */
    record Refused(ErrorClass errorClass, String code, String message) {
        AwsException of(String operation) {
            return new AwsException(errorClass, operation, code, message, null);
        }
    }

    /**
     * The account.
     *
     * @param around what there is beside ECS
     */
    Aws aws(Object... around) {
        return Ports.of(Stream.concat(
                        Stream.of(
                                (Identity) () -> new Identity.Caller("123456789012", "aws"),
                                new MemoryTasks(stopped, this),
                                (LogGroups) (group, retention, tags) -> calls.add("logs:CreateLogGroup " + group),
                                this),
                        Stream.of(around))
                .toArray());
    }

    /** The calls that were made, in order. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Service create(CreateServiceRequest request) {
        return answer("ecs:CreateService", request.serviceName(), () -> UpdatedService.created(request, now));
    }

    @Override
    public Service update(UpdateServiceRequest request) {
        return answer(
                "ecs:UpdateService", request.service(), () -> UpdatedService.updated(live.orElseThrow(), request, now));
    }

    @Override
    public Service delete(String clusterArn, String service) {
        return answer("ecs:DeleteService", service, () -> live.orElseThrow().copy(was -> was.status("DRAINING")));
    }

    @Override
    public Optional<String> underWay(String clusterArn, String service) {
        return answer(
                "ecs:ListServiceDeployments", service, () -> live.map(seen -> "arn:deployment/" + seen.serviceName()));
    }

    @Override
    public void stop(String arn) {
        answer("ecs:StopServiceDeployment", arn, () -> true);
    }

    @Override
    public Described describe(String clusterArn, List<String> services) {
        throw new IllegalStateException("looks are given to the turn");
    }

    @Override
    public TaskDefinition register(RegisterTaskDefinitionRequest request) {
        return answer("ecs:RegisterTaskDefinition", request.family(), () -> TaskDefinition.builder()
                .taskDefinitionArn(REVISION.formatted(request.family(), 9))
                .build());
    }

    @Override
    public Optional<Revision> describe(String familyOrArn) {
        return answer(
                "ecs:DescribeTaskDefinition", familyOrArn, () -> isArn(familyOrArn) ? active() : revisions.newest());
    }

    /** A revision asked for by its ARN is one that was recorded, and nobody deregistered it. */
    private Optional<Revision> active() {
        return Optional.of(new Revision(
                revisions.running().orElseGet(() -> TaskDefinition.builder()
                        .status(TaskDefinitionStatus.ACTIVE)
                        .build()),
                Map.of()));
    }

    private static boolean isArn(String familyOrArn) {
        return familyOrArn.startsWith("arn:");
    }

    @Override
    public void listActive(Consumer<String> arns) {
        throw new IllegalStateException("a turn lists nothing");
    }

    @Override
    public void deregister(String arn) {
        answer("ecs:DeregisterTaskDefinition", arn, () -> true);
    }

    @Override
    public void tag(String arn, Map<String, String> tags) {
        answer("ecs:TagResource", arn, () -> true);
    }

    @Override
    public void untag(String arn, Set<String> keys) {
        answer("ecs:UntagResource", arn, () -> true);
    }

    <T> T answer(String operation, String what, Supplier<T> reply) {
        calls.add(operation + " " + what);
        if (refusals.containsKey(operation)) {
            throw refusals.get(operation).of(operation);
        }
        return reply.get();
    }
}
