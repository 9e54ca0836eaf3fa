package dev.fargate.feed;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.engine.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries out a feed's plan until AWS refuses a step. No ticket is taken: EventBridge and SQS have limits of their own, and a feed takes
 * three calls in its life.
 */
record FeedApplier(Aws.Accounts accounts) {

    Outcome apply(DesiredFeed desired, Plan<FeedStep> plan) {
        Aws aws = accounts.of(desired.scope());
        List<FeedStep> done = new ArrayList<>();
        for (FeedStep step : plan.steps()) {
            try {
                carryOut(aws, step);
                done.add(step);
            } catch (AwsException e) {
                if (!isDoneAlready(step, e)) {
                    return new Outcome(done, Optional.of(e));
                }
            }
        }
        return new Outcome(done, Optional.empty());
    }

    private static void carryOut(Aws aws, FeedStep step) {
        switch (step) {
            case FeedStep.CreateQueue create -> aws.queues().create(create.name(), create.attributes(), create.tags());
            case FeedStep.SetQueue set -> aws.queues().set(set.url(), set.attributes());
            case FeedStep.PutRule put -> aws.eventRules().put(put.request());
            case FeedStep.PutTarget put -> aws.eventRules().putTarget(put.rule(), put.target());
            case FeedStep.TagQueue queue ->
                queue.tags().apply(put -> aws.queues().tag(queue.url(), put), remove -> aws.queues()
                        .untag(queue.url(), remove));
            case FeedStep.TagRule rule ->
                rule.tags().apply(put -> aws.eventRules().tag(rule.arn(), put), remove -> aws.eventRules()
                        .untag(rule.arn(), remove));
            case FeedStep.RemoveTargets remove -> aws.eventRules().removeTargets(remove.rule(), remove.ids());
            case FeedStep.DeleteRule delete -> aws.eventRules().delete(delete.name());
            case FeedStep.DeleteQueue delete -> aws.queues().delete(delete.url());
        }
    }

    private static boolean isDoneAlready(FeedStep step, AwsException error) {
        boolean removes = step instanceof FeedStep.RemoveTargets
                || step instanceof FeedStep.DeleteRule
                || step instanceof FeedStep.DeleteQueue;
        return removes && error.errorClass() == ErrorClass.MISSING;
    }

    /** How far a plan got. */
    record Outcome(List<FeedStep> done, Optional<AwsException> refused) {}
}
