package dev.fargate.taskdefinition;

import dev.fargate.aws.Digest;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Plans the way from what is remembered to what is desired. Pure. */
final class FamilyPlanner {
    private FamilyPlanner() {}

    /**
     * The plan.
     *
     * @param used the revisions that run, or may be gone back to; empty while that is not known
     */
    static Plan<FamilyStep> plan(DesiredFamily desired, FamilyMemory memory, Optional<Set<String>> used) {
        List<FamilyStep> steps = new ArrayList<>();
        if (registers(desired, memory)) {
            steps.add(new FamilyStep.Register(
                    desired.definition(), memory.revisions().own().isEmpty(), List.of()));
        } else if (!memory.tagsHash().equals(Optional.of(tagsHash(desired)))) {
            steps.add(tagging(desired, memory));
        }
        retirements(desired, memory, used).forEach(arn -> steps.add(new FamilyStep.Deregister(arn)));
        return new Plan<>(steps);
    }

    static boolean registers(DesiredFamily desired, FamilyMemory memory) {
        return !memory.revisions()
                .hash()
                .equals(Optional.of(desired.definition().hash()));
    }

    private static FamilyStep tagging(DesiredFamily desired, FamilyMemory memory) {
        return new FamilyStep.Tag(
                memory.revisions().arn().orElseThrow(), TagChange.blindly(desired.tags(), memory.tagKeys()));
    }

    /** Revisions beyond the limit, oldest first; never one that a service uses, and none while that is not known. */
    private static List<String> retirements(DesiredFamily desired, FamilyMemory memory, Optional<Set<String>> used) {
        return used.map(in -> {
                    List<String> old = old(memory).stream()
                            .filter(revision -> !in.contains(revision))
                            .toList();
                    int surplus = old.size() - desired.settings().historyLimit();
                    return surplus > 0 ? old.subList(0, surplus) : List.<String>of();
                })
                .orElse(List.of());
    }

    /** Whether there are revisions that are kept only because somebody may use them. */
    static boolean surplus(DesiredFamily desired, FamilyMemory memory) {
        return old(memory).size() > desired.settings().historyLimit();
    }

    private static List<String> old(FamilyMemory memory) {
        return memory.revisions().own().stream()
                .filter(revision -> !memory.revisions().arn().equals(Optional.of(revision)))
                .toList();
    }

    static String tagsHash(DesiredFamily desired) {
        Map<String, String> sorted = new TreeMap<>(desired.tags());
        return Digest.token(sorted.toString());
    }
}
