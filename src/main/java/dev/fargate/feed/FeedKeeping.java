package dev.fargate.feed;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.api.FargateEnvironmentStatus.EventFeed;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Owner;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a turn of an environment does for a feed that is wanted. */
record FeedKeeping(Aws.Accounts accounts, FeedEye eye, FeedReaders readers, FeedTelling telling) {
    /** It takes a second until a new queue can be used (SQS API reference, CreateQueue). */
    private static final Duration USABLE = Duration.ofSeconds(1);

    /** Makes rule and queue, makes them right, and reads. */
    Turn<FargateEnvironmentStatus> keep(
            FargateEnvironment resource,
            Turn<FargateEnvironmentStatus> turn,
            Consumer<FargateEnvironmentStatus> journal) {
        FargateEnvironmentStatus status = turn.status().orElseThrow();
        DesiredFeed desired = telling.desired(resource, status);
        FeedReport report = telling.report(resource, status);
        String name = desired.owner().name();
        Optional<Holdups.Holdup> holdup = telling.holdup(resource);
        if (holdup.isPresent()) {
            return turn.reporting(
                            works(name)
                                    ? report.unchanged()
                                    : report.problem(holdup.get().problem()))
                    .againWithin(holdup.get().left(telling.time().instant()));
        }
        try {
            if (isLost(name)) {
                eye.forget(desired.owner().uid());
            }
            FeedView view = eye.look(desired, resource);
            return switch (FeedPlanner.plan(desired, view, tagKeys(status))) {
                case Resolution.Unresolved<Plan<FeedStep>> foreign -> {
                    readers.stop(name);
                    eye.forget(desired.owner().uid());
                    yield heldUp(resource, foreign.problem(), turn, unread(status, report));
                }
                case Resolution.Resolved<Plan<FeedStep>> resolved
                when resolved.desired().isEmpty() -> {
                    telling.succeeded(resource);
                    yield read(desired, view, turn, report);
                }
                case Resolution.Resolved<Plan<FeedStep>> resolved -> {
                    FeedReport knowing = report.knowing(known(desired, view, putKeys(desired, status)));
                    Making making = new Making(desired, resolved.desired());
                    // On record before the calls, so that a deletion after a crash knows what to look for.
                    journal.accept(making.onlyTags() ? knowing.unchanged() : knowing.creating());
                    yield make(resource, making, turn, knowing);
                }
            };
        } catch (AwsException e) {
            Problem problem = FeedTelling.problem(name, e);
            // That rule and queue could not be looked at says nothing against messages that come.
            return works(name)
                    ? turn.reporting(report.unchanged()).againWithin(telling.delay(name, problem))
                    : heldUp(resource, problem, turn, report);
        }
    }

    /** Shows what would be done; what is there already is read all the same. */
    Turn<FargateEnvironmentStatus> observe(
            FargateEnvironment resource, Turn<FargateEnvironmentStatus> turn, boolean wanted) {
        FargateEnvironmentStatus status = turn.status().orElseThrow();
        DesiredFeed desired = telling.desired(resource, status);
        FeedReport report = telling.report(resource, status);
        try {
            FeedView view = eye.look(desired, resource);
            Plan<FeedStep> plan =
                    switch (FeedPlanner.plan(desired, view, tagKeys(status))) {
                        case Resolution.Resolved<Plan<FeedStep>> resolved -> resolved.desired();
                        case Resolution.Unresolved<Plan<FeedStep>> foreign -> new Plan<>(List.of());
                    };
            return turn.reporting(report.observing(wanted ? plan : FeedPlanner.planDeletion(desired, view)));
        } catch (AwsException e) {
            return turn.reporting(report.unchanged());
        }
    }

    /** Reads what is on record, whatever else comes of the turn: a new leader goes on where the last one ended. */
    void resume(FargateEnvironment resource) {
        FargateEnvironmentStatus status = resource.getStatus();
        if (status != null && status.eventFeed() != null && status.eventFeed().queueUrl() != null) {
            DesiredFeed desired = telling.desired(resource, status).recordedAt(status);
            readers.read(new Feed(desired.scope(), status.eventFeed().queueUrl(), status.clusterArn()));
        }
    }

    private Turn<FargateEnvironmentStatus> make(
            FargateEnvironment resource, Making making, Turn<FargateEnvironmentStatus> turn, FeedReport report) {
        String name = resource.getMetadata().getName();
        FeedApplier.Outcome outcome = new FeedApplier(accounts).apply(making.desired(), making.plan());
        eye.forget(making.desired().owner().uid());
        Turn<FargateEnvironmentStatus> told = turn.telling(FeedTelling.notices(outcome.done()));
        if (making.onlyTags()) {
            return outcome.refused()
                    .map(error -> telling.heldUp(
                            resource, FeedTelling.problem(name, error), told.reporting(report.unchanged())))
                    .orElseGet(() -> told.reporting(report.unchanged()).againWithin(USABLE));
        }
        readers.distrust(name);
        return outcome.refused()
                .map(error -> heldUp(resource, FeedTelling.problem(name, error), told, report))
                // Whose tags stand on it now is seen in the next turn.
                .orElseGet(() -> told.reporting(report.creating()).againWithin(USABLE));
    }

    private Turn<FargateEnvironmentStatus> read(
            DesiredFeed desired, FeedView view, Turn<FargateEnvironmentStatus> turn, FeedReport report) {
        String name = desired.owner().name();
        EventFeed known = known(desired, view, Owner.declaredKeys(desired.tags()));
        FeedReport knowing = report.knowing(known);
        readers.read(new Feed(desired.scope(), known.queueUrl(), desired.clusterArn()));
        if (works(name)) {
            return turn.reporting(knowing.receiving());
        }
        return error(name)
                .map(error -> FeedTelling.problem(name, error))
                .map(problem -> turn.reporting(knowing.problem(problem)).telling(problem.notices()))
                // The reader wakes the environment when its first reply is there.
                .orElseGet(() -> turn.reporting(knowing.unchanged()));
    }

    private Turn<FargateEnvironmentStatus> heldUp(
            FargateEnvironment resource, Problem problem, Turn<FargateEnvironmentStatus> turn, FeedReport report) {
        return telling.heldUp(resource, problem, turn.reporting(report.problem(problem)));
    }

    /** Somebody else's queue is not read, not even by the next leader. */
    private static FeedReport unread(FargateEnvironmentStatus status, FeedReport report) {
        return status.eventFeed() == null
                ? report
                : report.knowing(new EventFeed(
                        null, status.eventFeed().name(), status.eventFeed().tagKeys()));
    }

    /** What is to be made right. */
    private record Making(DesiredFeed desired, Plan<FeedStep> plan) {
        /** Messages come whatever the tags say. */
        boolean onlyTags() {
            return plan.steps().stream()
                    .allMatch(step -> step instanceof FeedStep.TagQueue || step instanceof FeedStep.TagRule);
        }
    }

    private static EventFeed known(DesiredFeed desired, FeedView view, List<String> tagKeys) {
        return new EventFeed(view.queue().map(FeedView.Queue::url).orElse(null), desired.name(), tagKeys);
    }

    private static List<String> tagKeys(FargateEnvironmentStatus status) {
        return status.eventFeed() == null ? List.of() : status.eventFeed().tagKeys();
    }

    /** Those that may be on rule and queue until it is seen which are. */
    private static List<String> putKeys(DesiredFeed desired, FargateEnvironmentStatus status) {
        return Stream.concat(tagKeys(status).stream(), Owner.declaredKeys(desired.tags()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** A queue that is not found when it is read was deleted, whatever was seen of it before. */
    private boolean isLost(String name) {
        return error(name)
                .filter(error -> error.errorClass() == ErrorClass.MISSING)
                .isPresent();
    }

    private Optional<AwsException> error(String name) {
        return readers.health(name).flatMap(FeedHealth::error);
    }

    private boolean works(String name) {
        return readers.health(name).filter(FeedHealth::works).isPresent();
    }
}
