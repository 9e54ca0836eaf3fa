package dev.fargate.service;

import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.api.ServiceHooks.Stage;
import dev.fargate.aws.Look;
import dev.fargate.aws.SdkTags;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.hook.HookRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;

/** Plans the way from what was seen to what is desired. Pure. */
final class ServicePlanner {
    private static final String DRAINING = "DRAINING";
    private static final Duration DRAINING_LOOK = Duration.ofSeconds(10);
    /** A sweep sees it before, if something changes. */
    private static final Duration FOREIGN_LOOK = Duration.ofMinutes(10);

    private static final int UNSTEADY_SURPLUS = 20;
    private final DesiredService desired;
    private final Memory memory;
    private final Existence existence;
    private final Instant now;

    ServicePlanner(DesiredService desired, Memory memory, Existence existence, Instant now) {
        this.desired = desired;
        this.memory = memory;
        this.existence = existence;
        this.now = now;
    }

    Move plan(Optional<Look> look) {
        boolean recorded = memory.serviceArn().isPresent();
        if (look.isEmpty()) {
            // What may be taken over is looked for before a revision is registered that it may not need.
            return recorded || desired.mayAdopt() ? new Move.Look(now) : creation();
        }
        return switch (look.get()) {
            case Look.Failed failed -> new Move.Look(now);
            case Look.Missing missing ->
                existence.believed(memory, missing) ? creation() : new Move.Look(existence.nextLook(memory, missing));
            case Look.Found found -> found(found.service());
        };
    }

    private Move found(Service service) {
        Map<String, String> tags = SdkTags.map(service.tags());
        Optional<Problem> refusal =
                desired.ownership().refusal("Service " + service.serviceArn(), service.serviceArn(), tags);
        if (refusal.isPresent()) {
            return new Move.Blocked(refusal.get(), now.plus(FOREIGN_LOOK));
        }
        if (DRAINING.equals(service.status())) {
            return new Move.Blocked(
                    Problem.waiting(
                            "Draining",
                            "Service %s is draining after a deletion; it is created again when it is gone."
                                    .formatted(service.serviceName())),
                    now.plus(DRAINING_LOOK));
        }
        return Adoption.misfit(service)
                .<Move>map(problem -> new Move.Blocked(problem, now.plus(FOREIGN_LOOK)))
                .orElseGet(() -> new Move.Go(new Plan<>(changes(service, tags))));
    }

    /** What would be done if the service were not there. */
    Plan<ServiceStep> preview() {
        return new Plan<>(creationSteps());
    }

    /** What would be done to a service, whosever it is. */
    Plan<ServiceStep> preview(Service service) {
        return new Plan<>(changes(service, SdkTags.map(service.tags())));
    }

    private Move creation() {
        return new Move.Go(new Plan<>(creationSteps()));
    }

    private List<ServiceStep> creationSteps() {
        List<ServiceStep> steps = new ArrayList<>();
        if (registers()) {
            registration().forEach(steps::add);
        }
        steps.add(new ServiceStep.Create(desired.request()));
        return hooked(steps);
    }

    private List<ServiceStep> changes(Service service, Map<String, String> tags) {
        List<ServiceStep> steps = new ArrayList<>();
        boolean restart = restartIsDue(service);
        boolean held = failedBefore() && !restart;
        boolean ignored = desired.settings().tolerance().ignores("task");
        boolean registers = registers() && !held && !ignored;
        if (registers) {
            registration().forEach(steps::add);
        }
        // A revision that is yet to be registered is an update by itself; until then the live one is not compared.
        String revision = registers || memory.revisions().arn().isEmpty()
                ? service.taskDefinition()
                : memory.revisions().arn().get();
        List<ServiceField> fields = ServiceDifferences.between(desired, revision, service).stream()
                .filter(field -> !held || !field.rolls())
                .toList();
        if (registers || restart || !fields.isEmpty()) {
            steps.add(new ServiceStep.Update(service.serviceName(), fields, registers, restart));
        }
        if (stopIsDue(service) && steps.stream().noneMatch(ServicePlanner::rolls)) {
            steps.addFirst(new ServiceStep.StopDeployment(service.serviceName()));
        }
        List<ServiceStep> tagging = tagging(service, tags, registers);
        // Rights in AWS go by the owner tags: what is taken over gets them before it is changed.
        steps.addAll(desired.owner().owns(tags) ? steps.size() : 0, tagging);
        steps.addAll(retirements(service));
        return hooked(steps);
    }

    /** A hook before a rollout stands first, one after it last, once that is through. */
    private List<ServiceStep> hooked(List<ServiceStep> steps) {
        boolean rolls = steps.stream().anyMatch(ServicePlanner::rolls);
        List<ServiceStep> all = new ArrayList<>(steps);
        if (rolls) {
            all.addAll(0, hook(Stage.preDeploy));
        } else if (isThrough()) {
            all.addAll(hook(Stage.postDeploy));
        }
        return all;
    }

    private static boolean rolls(ServiceStep step) {
        return step instanceof ServiceStep.Create || (step instanceof ServiceStep.Update update && update.rolls());
    }

    private List<ServiceStep> hook(Stage stage) {
        // They are written for the task in spec, which a rollback leaves alone.
        boolean due = !(desired.task() instanceof TaskSource.RolledBack)
                && desired.settings().hooks().contains(stage)
                && !HookRequest.isDone(memory.hook(stage), desired.rolloutHash());
        return due
                ? List.of(new ServiceStep.Hook(
                        stage, HookRequest.name(desired.owner().name(), stage)))
                : List.of();
    }

    private boolean isThrough() {
        return memory.rollout()
                .filter(rollout -> desired.rolloutHash().equals(rollout.hash()))
                .filter(rollout -> rollout.state() == RolloutState.COMPLETED && rollout.steady() != null)
                .isPresent();
    }

    private boolean registers() {
        return desired.task().registers(memory.revisions());
    }

    private Stream<ServiceStep> registration() {
        return desired.task() instanceof TaskSource.Own own
                ? Stream.of(new ServiceStep.Register(
                        own.definition(), memory.revisions().own().isEmpty()))
                : Stream.of();
    }

    private boolean failedBefore() {
        return memory.rollout().map(Rollout::failed).equals(Optional.of(desired.rolloutHash()));
    }

    /**
     * Due while the primary deployment is older than the annotation: a crash after the call finds a younger one. A rollout that failed
     * since was the restart, even if ECS went back to an older deployment.
     */
    private boolean restartIsDue(Service service) {
        Optional<Instant> started = RolloutReading.primary(service).map(Deployment::createdAt);
        return desired.settings()
                .restartAt()
                .filter(at -> !at.isAfter(now))
                .filter(at -> started.isEmpty() || started.get().isBefore(at))
                .filter(at -> memory.rollout()
                        .map(Rollout::since)
                        .filter(since -> !Instant.parse(since).isBefore(at))
                        .isEmpty())
                .isPresent();
    }

    /** One that began later was not meant, nor one of other settings than the desired ones: what rolls those takes its place. */
    private boolean stopIsDue(Service service) {
        return desired.settings()
                .stopAt()
                .filter(at -> !at.isAfter(now))
                .filter(at -> RolloutReading.primary(service)
                        .map(Deployment::createdAt)
                        .filter(began -> !began.isAfter(at))
                        .isPresent())
                .filter(at -> memory.rollout()
                        .filter(rollout -> rollout.state() == RolloutState.IN_PROGRESS)
                        .filter(rollout -> desired.rolloutHash().equals(rollout.hash()))
                        .isPresent())
                .isPresent();
    }

    private List<ServiceStep> tagging(Service service, Map<String, String> live, boolean registers) {
        TagChange tags = TagChange.between(live, desired.tags(), memory.tagKeys())
                .without(desired.settings().tolerance().tagKeys());
        if (tags.isEmpty()) {
            return List.of();
        }
        List<ServiceStep> steps = new ArrayList<>();
        // Tags are no part of the content: the revision keeps its number and gets the same tags. It comes first:
        // only the service's tags are looked at, so whatever comes between the two calls, both are made again.
        // One that another resource registered, that is named by ARN, or that a service ran when it was taken over, is
        // not its to tag.
        memory.revisions()
                .arn()
                .filter(arn -> !registers)
                .filter(memory.revisions().own()::contains)
                .ifPresent(arn -> steps.add(new ServiceStep.Tag(arn, tags)));
        steps.add(new ServiceStep.Tag(service.serviceArn(), tags));
        return steps;
    }

    /** OwnRevisions beyond the limit, oldest first, once the newest runs steadily; never one that a deployment uses, or the last good one. */
    private List<ServiceStep> retirements(Service service) {
        boolean steady = memory.rollout()
                .filter(rollout -> rollout.state() == RolloutState.COMPLETED)
                .map(Rollout::steady)
                .orElse(Boolean.FALSE);
        Set<String> used =
                service.deployments().stream().map(Deployment::taskDefinition).collect(Collectors.toSet());
        List<String> old = memory.revisions().own().stream()
                .filter(revision -> !memory.revisions().arn().equals(Optional.of(revision)))
                .filter(revision -> !used.contains(revision))
                .filter(revision -> !memory.lastGood().equals(Optional.of(revision)))
                .toList();
        int surplus = old.size() - desired.settings().revisionHistoryLimit();
        // Failed rollouts leave revisions, too; the status that lists them must stay small.
        boolean due = steady || surplus > UNSTEADY_SURPLUS;
        return !due || surplus <= 0
                ? List.of()
                : old.subList(0, surplus).stream()
                        .<ServiceStep>map(ServiceStep.Deregister::new)
                        .toList();
    }
}
