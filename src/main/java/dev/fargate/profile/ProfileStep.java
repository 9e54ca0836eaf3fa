package dev.fargate.profile;

import dev.fargate.aws.Profiles.Request;
import dev.fargate.aws.Roles;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Change;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the loop can do to a profile. */
sealed interface ProfileStep extends Step {
    /** Puts owner tags on a profile that nobody owns. */
    record Adopt(String name, String arn, Map<String, String> tags) implements ProfileStep {
        @Override
        public Change change() {
            return Change.ofTags("profile " + name, tags, Set.of());
        }
    }

    /**
     * Makes a profile.
     *
     * @param differences from the one that it replaces; empty if there is none
     */
    record Create(Request request, List<Difference> differences) implements ProfileStep {
        public Create {
            differences = List.copyOf(differences);
        }

        @Override
        public Change change() {
            return new Change(
                    differences.isEmpty() ? Change.Verb.CREATE : Change.Verb.REPLACE,
                    "profile " + request.name(),
                    differences);
        }
    }

    /** EKS is at work on it. */
    record Await(String name, String status) implements ProfileStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.WAIT, "profile %s, which is %s".formatted(name, status));
        }
    }

    record Tag(String name, String arn, TagChange tags) implements ProfileStep {
        @Override
        public Change change() {
            return Change.ofTags("profile " + name, tags.put(), tags.remove());
        }
    }

    record Delete(String name) implements ProfileStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "profile " + name);
        }
    }

    /** What is done to the role of the pods. */
    sealed interface OfRole extends ProfileStep {}

    record MakeRole(Roles.NewRole role) implements OfRole {
        @Override
        public Change change() {
            return Change.of(Change.Verb.CREATE, "role " + role.name());
        }
    }

    record AttachPolicy(String role, String policyArn) implements OfRole {
        @Override
        public Change change() {
            return Change.of(Change.Verb.UPDATE, "policies of role " + role);
        }
    }

    /** Puts back who may assume the role. */
    record Trust(String role, String document) implements OfRole {
        @Override
        public Change change() {
            return Change.of(Change.Verb.UPDATE, "trust of role " + role);
        }
    }

    /**
     * Takes the role away.
     *
     * @param policyArn is detached first
     */
    record RemoveRole(String role, String policyArn) implements OfRole {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "role " + role);
        }
    }
}
