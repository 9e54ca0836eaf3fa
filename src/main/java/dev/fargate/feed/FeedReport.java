package dev.fargate.feed;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.api.FargateEnvironmentStatus.EventFeed;
import dev.fargate.api.PlannedChange;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.turn.PlannedChanges;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Adds the feed to what the environment's own loop reports. The condition {@code EventFeed} stands beside {@code Ready} and never changes
 * it: without its feed an environment is as usable as before, and slower to see changes.
 */
final class FeedReport {
    static final String EVENT_FEED = "EventFeed";
    private static final int PLAN_LIMIT = 20;

    private final FargateEnvironment resource;
    private final FargateEnvironmentStatus status;
    private final Instant now;

    /**
     * A report.
     *
     * @param status as the environment's own loop reports it
     */
    FeedReport(FargateEnvironment resource, FargateEnvironmentStatus status, Instant now) {
        this.resource = resource;
        this.status = status;
        this.now = now;
    }

    /** The same, with what is known of the feed by now. */
    FeedReport knowing(EventFeed known) {
        return new FeedReport(
                resource, status.withEventFeed(known, status.conditions(), status.problem(), status.plan()), now);
    }

    /** There is no feed, and none is asked for. */
    FargateEnvironmentStatus without() {
        return with(null, Optional.empty(), List.of());
    }

    /** There is nothing new of the feed. */
    FargateEnvironmentStatus unchanged() {
        return with(status.eventFeed(), earlier(), List.of());
    }

    /** Messages come. */
    FargateEnvironmentStatus receiving() {
        return with(
                status.eventFeed(),
                Optional.of(condition(
                        "True",
                        "Receiving",
                        "Changes in AWS come by queue %s. status.sweepSeconds says how often services are compared beside it."
                                .formatted(status.eventFeed().name()))),
                List.of());
    }

    /** Rule and queue are being made, or made right. */
    FargateEnvironmentStatus creating() {
        return with(
                status.eventFeed(),
                Optional.of(condition(
                        "False",
                        "Creating",
                        "Rule and queue %s are being made. Until then services are compared with AWS as without a feed."
                                .formatted(status.eventFeed().name()))),
                List.of());
    }

    /** There is no feed, or it does not work. */
    FargateEnvironmentStatus problem(Problem problem) {
        return with(
                status.eventFeed(),
                Optional.of(condition(
                        "False",
                        problem.reason(),
                        problem.message() + " Until then services are compared with AWS as without a feed.")),
                List.of());
    }

    /** What would be done, if something were. */
    FargateEnvironmentStatus observing(Plan<FeedStep> plan) {
        if (plan.isEmpty()) {
            return unchanged();
        }
        // The environment's own turn has counted its own changes only.
        Condition ready = new Conditions(
                        status.conditions(), resource.getMetadata().getGeneration(), now)
                .observing(status.plan().size() + plan.steps().size())
                .toList()
                .getFirst();
        List<Condition> others = status.conditions().stream()
                .filter(condition -> !Conditions.READY.equals(condition.getType()))
                .toList();
        return new FeedReport(
                        resource,
                        status.withEventFeed(
                                status.eventFeed(),
                                Stream.concat(Stream.of(ready), others.stream()).toList(),
                                status.problem(),
                                status.plan()),
                        now)
                .with(status.eventFeed(), earlier(), PlannedChanges.of(plan));
    }

    private FargateEnvironmentStatus with(EventFeed feed, Optional<Condition> own, List<PlannedChange> plan) {
        return status.withEventFeed(
                feed,
                Stream.concat(
                                status.conditions().stream()
                                        .filter(condition -> !EVENT_FEED.equals(condition.getType())),
                                own.stream())
                        .toList(),
                status.problem(),
                Stream.concat(status.plan().stream(), plan.stream())
                        .limit(PLAN_LIMIT)
                        .toList());
    }

    private Optional<Condition> earlier() {
        return Optional.ofNullable(resource.getStatus())
                .flatMap(before -> Conditions.find(before.conditions(), EVENT_FEED));
    }

    private Condition condition(String value, String reason, String message) {
        return new Conditions(
                        earlier().stream().toList(), resource.getMetadata().getGeneration(), now)
                .add(EVENT_FEED, value, reason, message)
                .toList()
                .getFirst();
    }
}
