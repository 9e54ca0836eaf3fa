package dev.fargate.taskdefinition;

import dev.fargate.engine.Change;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
    record Tag(String arn, Map<String, String> put, Set<String> remove) implements FamilyStep {
        @Override
        public Change change() {
            return new Change(
                    Change.Verb.UPDATE,
                    "tags of " + arn,
                    Stream.concat(
                                    put.entrySet().stream()
                                            .sorted(Map.Entry.comparingByKey())
                                            .map(tag -> new Difference(
                                                    "tags." + tag.getKey(), tag.getValue(), "other or absent")),
                                    remove.stream().sorted().map(key -> new Difference("tags." + key, "absent", "set")))
                            .toList());
        }
    }

    record Deregister(String arn) implements FamilyStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "revision " + arn);
        }
    }
}
