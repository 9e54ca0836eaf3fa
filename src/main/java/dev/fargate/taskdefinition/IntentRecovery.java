package dev.fargate.taskdefinition;

import dev.fargate.aws.Owner;
import dev.fargate.aws.TaskDefinitions;
import dev.fargate.aws.TaskDefinitions.Revision;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/**
 * After a crash or a lost reply around RegisterTaskDefinition, which is not idempotent: the newest revision of the family tells whether
 * the intended one was registered. Without an open intent nothing is read.
 */
public final class IntentRecovery {
    /** Another cluster's operator, or another kind of the same name, may register in this family, too. */
    private static final int FOREIGN_PASSED_OVER = 3;

    private IntentRecovery() {}

    public static OwnRevisions recover(
            TaskDefinitions taskDefinitions, Owner owner, String family, OwnRevisions known) {
        return known.intent()
                .map(intent -> newest(taskDefinitions, owner, family)
                        .filter(revision -> intent.equals(revision.tags().get(Owner.CONTENT)))
                        .map(revision -> known.current(revision.definition().taskDefinitionArn(), intent))
                        .orElseGet(known::settled))
                .orElse(known);
    }

    /** The newest ACTIVE revision that is ours. */
    private static Optional<Revision> newest(TaskDefinitions taskDefinitions, Owner owner, String family) {
        Optional<Revision> found = taskDefinitions.describe(family);
        for (int passed = 0; passed < FOREIGN_PASSED_OVER && isForeign(found, owner); passed++) {
            int number = found.get().definition().revision();
            found = number > 1 ? taskDefinitions.describe(family + ":" + (number - 1)) : Optional.empty();
        }
        return found.filter(revision -> owner.owns(revision.tags()))
                .filter(revision -> revision.definition().status() == TaskDefinitionStatus.ACTIVE);
    }

    private static boolean isForeign(Optional<Revision> found, Owner owner) {
        return found.filter(revision -> !owner.owns(revision.tags()))
                .map(revision -> revision.definition().revision())
                .isPresent();
    }
}
