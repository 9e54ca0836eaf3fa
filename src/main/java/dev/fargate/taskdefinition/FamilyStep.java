package dev.fargate.taskdefinition;

import dev.fargate.aws.TagChange;
import dev.fargate.engine.Change;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Step;
import java.util.List;

/** What the loop can do for a FargateTaskDefinition. */
sealed interface FamilyStep extends Step {

    /**
     * Registers a revision.
     *
     * @param differences what is new in it, where an earlier one was looked at
     */
    record Register(DesiredTaskDefinition definition, boolean first, List<Difference> differences)
            implements FamilyStep {
        public Register {
            differences = List.copyOf(differences);
        }

        @Override
        public Change change() {
            return new Change(
                    first ? Change.Verb.CREATE : Change.Verb.REPLACE,
                    "task definition " + definition.request().family() + " (" + definition.hash() + ")",
                    differences);
        }
    }

    /** Tags are no part of the content: the revision keeps its number. */
    record Tag(String arn, TagChange tags) implements FamilyStep {
        @Override
        public Change change() {
            return Change.ofTags(arn, tags.put(), tags.remove());
        }
    }

    record Deregister(String arn) implements FamilyStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "revision " + arn);
        }
    }
}
