package dev.fargate.feed;

import dev.fargate.aws.TagChange;
import dev.fargate.engine.Change;
import dev.fargate.engine.Change.Verb;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** What the loop can do to a feed's rule and queue. */
sealed interface FeedStep extends Step {

    record CreateQueue(String name, Map<String, String> attributes, Map<String, String> tags) implements FeedStep {
        @Override
        public Change change() {
            return Change.of(Verb.CREATE, "queue " + name);
        }
    }

    record SetQueue(String url, Map<String, String> attributes, List<Difference> differences) implements FeedStep {
        @Override
        public Change change() {
            return new Change(Verb.UPDATE, "queue " + url, differences);
        }
    }

    /**
     * Makes or overwrites the rule.
     *
     * @param differences none when it is made
     */
    record PutRule(PutRuleRequest request, List<Difference> differences) implements FeedStep {
        @Override
        public Change change() {
            return new Change(differences.isEmpty() ? Verb.CREATE : Verb.UPDATE, "rule " + request.name(), differences);
        }
    }

    record PutTarget(String rule, Target target) implements FeedStep {
        @Override
        public Change change() {
            return Change.of(Verb.CREATE, "target %s of rule %s".formatted(target.id(), rule));
        }
    }

    /** Puts tags on the queue and takes such off that the environment no longer declares. */
    record TagQueue(String url, TagChange tags) implements FeedStep {
        @Override
        public Change change() {
            return Change.ofTags("queue " + url, tags.put(), tags.remove());
        }
    }

    /** The same for the rule. */
    record TagRule(String arn, TagChange tags) implements FeedStep {
        @Override
        public Change change() {
            return Change.ofTags("rule " + arn, tags.put(), tags.remove());
        }
    }

    record RemoveTargets(String rule, Set<String> ids) implements FeedStep {
        @Override
        public Change change() {
            return Change.of(Verb.DELETE, "targets of rule " + rule);
        }
    }

    record DeleteRule(String name) implements FeedStep {
        @Override
        public Change change() {
            return Change.of(Verb.DELETE, "rule " + name);
        }
    }

    record DeleteQueue(String url) implements FeedStep {
        @Override
        public Change change() {
            return Change.of(Verb.DELETE, "queue " + url);
        }
    }
}
