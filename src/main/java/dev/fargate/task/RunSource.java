package dev.fargate.task;

import dev.fargate.taskdefinition.DesiredTaskDefinition;
import dev.fargate.taskdefinition.OwnRevisions;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/** Where the task definition of a run comes from. The revision that it begins with it keeps to its end. */
sealed interface RunSource {

    /** What is remembered of revisions, with the one to run if it is somebody else's. */
    OwnRevisions known(OwnRevisions recorded);

    /** Whether what the run began with is what it would begin with now. */
    boolean isOf(OwnRevisions recorded);

    /** What its tasks are made of, where that is known: a revision by ARN is not read for it. */
    Optional<RegisterTaskDefinitionRequest> content();

    /** The run's own task. */
    record Own(DesiredTaskDefinition definition) implements RunSource {
        @Override
        public OwnRevisions known(OwnRevisions recorded) {
            return recorded;
        }

        @Override
        public boolean isOf(OwnRevisions recorded) {
            return recorded.hash().equals(Optional.of(definition.hash()));
        }

        @Override
        public Optional<RegisterTaskDefinitionRequest> content() {
            return Optional.of(definition.request());
        }
    }

    /**
     * A revision that another resource registers, or that was there before.
     *
     * @param generation of the FargateTaskDefinition; 0 for a revision named by ARN
     */
    record Given(String arn, String hash, long generation, Optional<RegisterTaskDefinitionRequest> content)
            implements RunSource {
        @Override
        public OwnRevisions known(OwnRevisions recorded) {
            return recorded.arn().isPresent() ? recorded : recorded.following(arn, hash, generation);
        }

        @Override
        public boolean isOf(OwnRevisions recorded) {
            return recorded.arn().equals(Optional.of(arn));
        }
    }

    /** The revision that the run began with; whoever named it may be gone by now. */
    record Begun() implements RunSource {
        @Override
        public OwnRevisions known(OwnRevisions recorded) {
            return recorded;
        }

        @Override
        public boolean isOf(OwnRevisions recorded) {
            return false;
        }

        @Override
        public Optional<RegisterTaskDefinitionRequest> content() {
            return Optional.empty();
        }
    }
}
