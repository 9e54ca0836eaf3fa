package dev.fargate.routing;

import dev.fargate.api.CompanionKind;
import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.aws.SecurityGroups;
import dev.fargate.aws.SecurityGroups.Opening;
import dev.fargate.aws.TagChange;
import dev.fargate.companion.CompanionStep;
import dev.fargate.companion.Kept;
import dev.fargate.engine.Change;
import dev.fargate.engine.Difference;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One call for the security group of a service's tasks. */
sealed interface DoorStep extends CompanionStep {
    /** Carries out the call; replies with the id of a group that it made. */
    Optional<String> make(SecurityGroups ec2, Kept kept);

    @Override
    default Operation operation() {
        return Operation.CHANGE_SECURITY_GROUP;
    }

    @Override
    default Optional<String> make(Aws aws, Kept kept) {
        return make(aws.securityGroups(), kept);
    }

    /** Makes it, closed. */
    record Create(String vpcId, String name, Map<String, String> tags) implements DoorStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.CREATE, "security group " + name);
        }

        @Override
        public Optional<String> make(SecurityGroups ec2, Kept kept) {
            return Optional.of(ec2.create(vpcId, name, "Lets load balancers in to the tasks of an ECS service", tags));
        }
    }

    /** Lets in more. */
    record Open(String name, Set<Opening> openings) implements DoorStep {
        @Override
        public Change change() {
            return opened(name, openings, "open", "closed");
        }

        @Override
        public Optional<String> make(SecurityGroups ec2, Kept kept) {
            ec2.open(id(kept), openings);
            return Optional.empty();
        }
    }

    /** Lets in less. */
    record Close(String name, Set<Opening> openings) implements DoorStep {
        @Override
        public Change change() {
            return opened(name, openings, "closed", "open");
        }

        @Override
        public Optional<String> make(SecurityGroups ec2, Kept kept) {
            ec2.close(id(kept), openings);
            return Optional.empty();
        }
    }

    /** Changes its tags. */
    record Tag(String name, TagChange tags) implements DoorStep {
        @Override
        public Change change() {
            return Change.ofTags("security group " + name, tags.put(), tags.remove());
        }

        @Override
        public Optional<String> make(SecurityGroups ec2, Kept kept) {
            String id = id(kept);
            tags.apply(put -> ec2.tag(id, put), keys -> ec2.untag(id, keys));
            return Optional.empty();
        }
    }

    /** Deletes it: refused while a network interface of a task has it. */
    record Delete(String id) implements DoorStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "security group " + id);
        }

        @Override
        public Optional<String> make(SecurityGroups ec2, Kept kept) {
            ec2.delete(id);
            return Optional.empty();
        }
    }

    private static String id(Kept kept) {
        return kept.id(CompanionKind.SecurityGroup, Door.NAME).orElseThrow();
    }

    private static Change opened(String name, Set<Opening> openings, String desired, String live) {
        return new Change(
                Change.Verb.UPDATE,
                "security group " + name,
                openings.stream()
                        .map(Opening::toString)
                        .sorted()
                        .map(opening -> new Difference(opening, desired, live))
                        .toList());
    }
}
