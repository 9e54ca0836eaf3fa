package dev.fargate.routing;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Routes.Content;
import dev.fargate.aws.TagChange;
import dev.fargate.companion.CompanionStep;
import dev.fargate.companion.Kept;
import dev.fargate.engine.Change;
import dev.fargate.engine.Difference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call for a rule of a listener. */
sealed interface RuleStep extends CompanionStep {
    @Override
    default Operation operation() {
        return Operation.CHANGE_LOAD_BALANCER;
    }

    /** Makes it. */
    record Create(String listenerArn, int priority, Content content, Map<String, String> tags) implements RuleStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.CREATE, "rule %d of listener %s".formatted(priority, listenerArn));
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            return Optional.of(aws.routes().createRule(listenerArn, priority, content, tags));
        }
    }

    /** Changes which requests go where. */
    record Modify(String arn, Content content, List<Difference> differences) implements RuleStep {
        @Override
        public Change change() {
            return new Change(Change.Verb.UPDATE, "rule " + arn, differences);
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            aws.routes().modifyRule(arn, content);
            return Optional.empty();
        }
    }

    /** Ranks it otherwise. */
    record Rank(String arn, int priority, int live) implements RuleStep {
        @Override
        public Change change() {
            return new Change(
                    Change.Verb.UPDATE,
                    "rule " + arn,
                    List.of(new Difference("priority", String.valueOf(priority), String.valueOf(live))));
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            aws.routes().setPriority(arn, priority);
            return Optional.empty();
        }
    }

    /** Changes its tags. */
    record Tag(String arn, TagChange tags) implements RuleStep {
        @Override
        public Change change() {
            return Change.ofTags("rule " + arn, tags.put(), tags.remove());
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            tags.apply(put -> aws.balancerTags().tag(arn, put), keys -> aws.balancerTags()
                    .untag(arn, keys));
            return Optional.empty();
        }
    }

    /** Deletes it. */
    record Delete(String arn) implements RuleStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "rule " + arn);
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            aws.routes().deleteRule(arn);
            return Optional.empty();
        }
    }
}
