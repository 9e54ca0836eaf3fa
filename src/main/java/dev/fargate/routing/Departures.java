package dev.fargate.routing;

import dev.fargate.api.CompanionKind;
import dev.fargate.api.CompanionStatus;
import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Owner;
import dev.fargate.aws.Routes.Rule;
import dev.fargate.companion.CompanionStep;
import dev.fargate.companion.Departure;
import dev.fargate.companion.Sight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How the routes of a service go: each object only if it carries the owner's tags. */
public final class Departures {
    private Departures() {}

    /** One of each kind. */
    public static Map<CompanionKind, Departure> all() {
        return Map.of(
                CompanionKind.SecurityGroup, new OfDoor(),
                CompanionKind.TargetGroup, new OfGroup(),
                CompanionKind.ListenerRule, new OfRule());
    }

    private record OfDoor() implements Departure {
        @Override
        public Operation look() {
            return Operation.DESCRIBE_LOAD_BALANCING;
        }

        @Override
        public Sight see(Aws aws, Owner owner, CompanionStatus leaving) {
            return seen(
                    leaving,
                    aws.securityGroups().everywhere(Door.groupName(owner)).stream()
                            .filter(group -> owner.owns(group.tags()))
                            .map(group -> new DoorStep.Delete(group.id())));
        }
    }

    private record OfGroup() implements Departure {
        @Override
        public Operation look() {
            return Operation.DESCRIBE_LOAD_BALANCING;
        }

        @Override
        public Sight see(Aws aws, Owner owner, CompanionStatus leaving) {
            return seen(
                    leaving,
                    aws.routes().group(leaving.name()).stream()
                            .filter(group -> owner.owns(aws.balancerTags()
                                    .tags(List.of(group.arn()))
                                    .getOrDefault(group.arn(), Map.of())))
                            .map(group -> new GroupStep.Delete(leaving.name(), group.arn())));
        }
    }

    private record OfRule() implements Departure {
        @Override
        public Operation look() {
            return Operation.DESCRIBE_LOAD_BALANCING;
        }

        @Override
        public Sight see(Aws aws, Owner owner, CompanionStatus leaving) {
            RuleName name = RuleName.parse(leaving.name());
            if (new Entrance.Foreign(name.listenerArn()).isNetwork()) {
                return seen(leaving, Stream.of());
            }
            OwnRules rules = OwnRules.look(aws, owner, name.listenerArn());
            Optional<Rule> rule = aws.routes()
                    .group(name.group())
                    .flatMap(group -> rules.to(group.arn()))
                    .or(() -> Optional.ofNullable(leaving.id()).flatMap(rules::byArn));
            return seen(leaving, rule.stream().map(found -> new RuleStep.Delete(found.arn())));
        }
    }

    private static Sight seen(CompanionStatus leaving, Stream<? extends CompanionStep> steps) {
        return new Sight.Seen(Optional.ofNullable(leaving.id()), List.copyOf(steps.toList()));
    }
}
