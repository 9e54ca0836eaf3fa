package dev.fargate.service;

import dev.fargate.aws.Owner;
import dev.fargate.aws.TaskDefinitions;
import dev.fargate.aws.TaskDefinitions.Revision;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/**
 * After a crash or a lost reply around RegisterTaskDefinition, which is not idempotent: the newest revision of the family tells whether
 * the intended one was registered. Without an open intent nothing is read.
 */
final class IntentRecovery {
    private IntentRecovery() {}

    static Memory recover(TaskDefinitions taskDefinitions, Owner owner, String family, Memory memory) {
        if (memory.revisions().intent().isEmpty()) {
            return memory;
        }
        String intent = memory.revisions().intent().get();
        Optional<Revision> newest = taskDefinitions
                .describe(family)
                .filter(revision -> revision.definition().status() == TaskDefinitionStatus.ACTIVE)
                .filter(revision -> owner.owns(revision.tags()))
                .filter(revision -> intent.equals(revision.tags().get(Owner.CONTENT)));
        return memory.withRevisions(newest.map(revision ->
                        memory.revisions().current(revision.definition().taskDefinitionArn(), intent))
                .orElseGet(() -> memory.revisions().settled()));
    }
}
