package dev.fargate.routing;

import dev.fargate.api.CompanionKind;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Owner;
import dev.fargate.aws.Routes.Fixed;
import dev.fargate.aws.TagChange;
import dev.fargate.companion.CompanionStep;
import dev.fargate.companion.Kept;
import dev.fargate.engine.Change;
import dev.fargate.engine.Difference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call for a target group of a service. */
sealed interface GroupStep extends CompanionStep {
    @Override
    default Operation operation() {
        return Operation.CHANGE_LOAD_BALANCER;
    }

    /** Makes it. */
    record Create(Owner owner, Fixed fixed, Map<String, String> health, Map<String, String> tags) implements GroupStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.CREATE, "target group " + fixed.name());
        }

        /** It succeeds, too, when somebody has just made one of the same settings, which is not ours to work on. */
        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            String arn = aws.routes().create(fixed, health, tags);
            if (owner.owns(aws.balancerTags().tags(List.of(arn)).getOrDefault(arn, Map.of()))) {
                return Optional.of(arn);
            }
            throw new AwsException(
                    ErrorClass.CONFLICT,
                    "elasticloadbalancing:CreateTargetGroup",
                    "NotOurs",
                    "target group %s of the same settings is there and does not carry our tags.".formatted(arn),
                    null);
        }
    }

    /** Changes how it asks its targets whether they are well. */
    record ModifyHealth(String name, String version, Map<String, String> health, List<Difference> differences)
            implements GroupStep {
        @Override
        public Change change() {
            return new Change(Change.Verb.UPDATE, "target group " + name, differences);
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            aws.routes().modifyHealth(arn(kept, name), version, health);
            return Optional.empty();
        }
    }

    /** Changes some of its attributes. */
    record ModifyAttributes(String name, Map<String, String> attributes, List<Difference> differences)
            implements GroupStep {
        @Override
        public Change change() {
            return new Change(Change.Verb.UPDATE, "target group " + name, differences);
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            aws.routes().modifyAttributes(arn(kept, name), attributes);
            return Optional.empty();
        }
    }

    /** Changes its tags. */
    record Tag(String name, TagChange tags) implements GroupStep {
        @Override
        public Change change() {
            return Change.ofTags("target group " + name, tags.put(), tags.remove());
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            String arn = arn(kept, name);
            tags.apply(put -> aws.balancerTags().tag(arn, put), keys -> aws.balancerTags()
                    .untag(arn, keys));
            return Optional.empty();
        }
    }

    /** Deletes it: refused while a rule or a listener names it. */
    record Delete(String name, String arn) implements GroupStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "target group " + name);
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            aws.routes().deleteGroup(arn);
            return Optional.empty();
        }
    }

    static String arn(Kept kept, String name) {
        return kept.id(CompanionKind.TargetGroup, name).orElseThrow();
    }
}
