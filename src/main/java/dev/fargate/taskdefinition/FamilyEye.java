package dev.fargate.taskdefinition;

import dev.fargate.aws.Owner;
import dev.fargate.aws.TaskDefinitions;
import dev.fargate.aws.TaskDefinitions.Revision;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the newest revision of a family says, where the status of its resource does not say it. */
record FamilyEye(TaskDefinitions taskDefinitions) {

    /**
     * A family that a spec names may be somebody else's: one look before the first registration tells. A revision of our own found
     * there is taken up again.
     *
     * @param problem why the family must be left alone
     */
    record Claim(FamilyMemory memory, Optional<Problem> problem) {}

    Claim claim(DesiredFamily desired, FamilyMemory memory) {
        boolean known =
                !memory.revisions().own().isEmpty() || memory.revisions().arn().isPresent();
        if (known || !desired.settings().given()) {
            return new Claim(memory, Optional.empty());
        }
        return taskDefinitions
                .describe(desired.family())
                .map(newest -> claim(desired, memory, newest))
                .orElseGet(() -> new Claim(memory, Optional.empty()));
    }

    private static Claim claim(DesiredFamily desired, FamilyMemory memory, Revision newest) {
        if (desired.owner().owns(newest.tags())) {
            return new Claim(
                    Optional.ofNullable(newest.tags().get(Owner.CONTENT))
                            .map(hash -> memory.with(memory.revisions()
                                    .current(newest.definition().taskDefinitionArn(), hash)))
                            .orElse(memory),
                    Optional.empty());
        }
        return new Claim(memory, desired.ownership().refusal(what(desired), familyArn(desired), newest.tags()));
    }

    /** What would be registered, and how it differs from the newest revision there is. */
    record Preview(Plan<FamilyStep> plan, Optional<Problem> problem) {}

    /**
     * What a turn would do that may.
     *
     * @param used as for {@link FamilyPlanner#plan}
     */
    Preview preview(DesiredFamily desired, FamilyMemory memory, Optional<Set<String>> used) {
        if (!FamilyPlanner.registers(desired, memory)) {
            return new Preview(FamilyPlanner.plan(desired, memory, used), Optional.empty());
        }
        Optional<Revision> newest = taskDefinitions
                .describe(memory.revisions().arn().orElse(desired.family()))
                .filter(revision -> !isNeighbours(desired, revision));
        Optional<Problem> hidden = newest.flatMap(
                revision -> desired.ownership().hidden(what(desired), familyArn(desired), revision.tags()));
        List<Difference> differences = newest.map(revision ->
                        TaskDefinitionDifferences.between(desired.definition().request(), revision.definition()))
                .orElse(List.of());
        boolean same = newest.isPresent() && differences.isEmpty();
        return new Preview(
                new Plan<>(
                        same || hidden.isPresent()
                                ? List.of()
                                : List.of(
                                        new FamilyStep.Register(desired.definition(), newest.isEmpty(), differences))),
                hidden);
    }

    /** A service of the same name registers in the same family, which is no hindrance: revisions stand beside each other. */
    private static boolean isNeighbours(DesiredFamily desired, Revision revision) {
        return !desired.settings().given()
                && Owner.anybodys(revision.tags())
                && !desired.owner().owns(revision.tags());
    }

    private static String what(DesiredFamily desired) {
        return "Task definition family " + desired.family();
    }

    private static String familyArn(DesiredFamily desired) {
        return desired.ownership().environment().familyArn(desired.family());
    }
}
