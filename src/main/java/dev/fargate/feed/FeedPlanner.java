package dev.fargate.feed;

import dev.fargate.aws.Documents;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** Plans a feed's rule and queue. Pure. */
final class FeedPlanner {
    private static final String TARGET = "queue";

    private FeedPlanner() {}

    /**
     * The queue first, so that no event finds it missing.
     *
     * @param tagKeys of the tags that were declared when they were last put: such go when they are declared no more
     */
    static Resolution<Plan<FeedStep>> plan(DesiredFeed desired, FeedView view, List<String> tagKeys) {
        return somebodyElses(desired, view)
                .<Resolution<Plan<FeedStep>>>map(Resolution.Unresolved::new)
                .orElseGet(() -> {
                    List<FeedStep> steps = steps(desired, view);
                    steps.addAll(tagging(desired, view, tagKeys));
                    return new Resolution.Resolved<>(new Plan<>(steps));
                });
    }

    /** In reverse order, and only what carries our tags. A rule cannot go before its targets (EventBridge API reference, DeleteRule). */
    static Plan<FeedStep> planDeletion(DesiredFeed desired, FeedView view) {
        List<FeedStep> steps = new ArrayList<>();
        view.rule().filter(rule -> desired.owner().owns(rule.tags())).ifPresent(rule -> {
            if (!rule.targets().isEmpty()) {
                steps.add(new FeedStep.RemoveTargets(
                        desired.name(), rule.targets().stream().map(Target::id).collect(Collectors.toSet())));
            }
            steps.add(new FeedStep.DeleteRule(desired.name()));
        });
        view.queue()
                .filter(queue -> desired.owner().owns(queue.tags()))
                .ifPresent(queue -> steps.add(new FeedStep.DeleteQueue(queue.url())));
        return new Plan<>(steps);
    }

    /** PutRule overwrites, and CreateQueue answers with, what somebody else made: so whose they are is seen before. */
    private static Optional<Problem> somebodyElses(DesiredFeed desired, FeedView view) {
        return view.queue()
                .filter(queue -> !desired.owner().owns(queue.tags()))
                .map(queue -> desired.queueArn())
                .or(() -> view.rule()
                        .filter(rule -> !desired.owner().owns(rule.tags()))
                        .map(rule -> rule.rule().arn()))
                .map(arn -> Problem.stalled(
                        "NotOurs",
                        ("%s exists and does not carry this environment's owner tags. Delete it, or switch spec.eventFeed off;"
                                        + " nothing was changed.")
                                .formatted(arn)));
    }

    private static List<FeedStep> steps(DesiredFeed desired, FeedView view) {
        List<FeedStep> steps = new ArrayList<>();
        view.queue()
                .ifPresentOrElse(
                        queue -> setQueue(desired, queue).ifPresent(steps::add),
                        () -> steps.add(
                                new FeedStep.CreateQueue(desired.name(), desired.queueAttributes(), desired.tags())));
        view.rule()
                .ifPresentOrElse(
                        rule -> changeRule(desired, rule).ifPresent(steps::add),
                        () -> steps.add(new FeedStep.PutRule(
                                rule(desired).copy(request -> request.tags(tags(desired))), List.of())));
        Target target = Target.builder().id(TARGET).arn(desired.queueArn()).build();
        // A target with an input of its own would send something else than the event, so all of it is compared.
        if (view.rule().filter(rule -> rule.targets().contains(target)).isEmpty()) {
            steps.add(new FeedStep.PutTarget(desired.name(), target));
        }
        return steps;
    }

    private static List<FeedStep> tagging(DesiredFeed desired, FeedView view, List<String> tagKeys) {
        List<FeedStep> steps = new ArrayList<>();
        view.queue().ifPresent(queue -> {
            TagChange tags = TagChange.between(queue.tags(), desired.tags(), tagKeys);
            if (!tags.isEmpty()) {
                steps.add(new FeedStep.TagQueue(queue.url(), tags));
            }
        });
        view.rule().ifPresent(rule -> {
            TagChange tags = TagChange.between(rule.tags(), desired.tags(), tagKeys);
            if (!tags.isEmpty()) {
                steps.add(new FeedStep.TagRule(rule.rule().arn(), tags));
            }
        });
        return steps;
    }

    private static Optional<FeedStep> setQueue(DesiredFeed desired, FeedView.Queue queue) {
        List<Difference> differences = QueueAttributes.differences(desired.queueAttributes(), queue.attributes());
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new FeedStep.SetQueue(queue.url(), desired.queueAttributes(), differences));
    }

    private static Optional<FeedStep> changeRule(DesiredFeed desired, FeedView.Rule rule) {
        List<Difference> differences = new ArrayList<>();
        if (!Documents.same(desired.pattern(), rule.rule().pattern())) {
            differences.add(new Difference("eventFeed.rule.EventPattern", "the cluster's events", "other or absent"));
        }
        if (!RuleState.ENABLED.toString().equals(rule.rule().state())) {
            differences.add(new Difference(
                    "eventFeed.rule.State",
                    RuleState.ENABLED.toString(),
                    rule.rule().state()));
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(new FeedStep.PutRule(rule(desired), differences));
    }

    private static PutRuleRequest rule(DesiredFeed desired) {
        return PutRuleRequest.builder()
                .name(desired.name())
                .description("ECS events for FargateEnvironment %s; made and read by fargate-operator"
                        .formatted(desired.owner().name()))
                .eventPattern(desired.pattern())
                .state(RuleState.ENABLED)
                .build();
    }

    private static List<Tag> tags(DesiredFeed desired) {
        return desired.tags().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
