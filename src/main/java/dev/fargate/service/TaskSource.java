package dev.fargate.service;

import dev.fargate.taskdefinition.DesiredTaskDefinition;
import dev.fargate.taskdefinition.OwnRevisions;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/** Where a service's task definition comes from. */
sealed interface TaskSource {

    /** Names the content. */
    String hash();

    /** What is remembered of revisions, with the one to run if it is somebody else's. */
    OwnRevisions known(OwnRevisions recorded);

    /** Whether a revision is to be registered before the service can run it. */
    boolean registers(OwnRevisions known);

    /** What its tasks are made of, where that is known: a revision by ARN is not read for it. */
    Optional<RegisterTaskDefinitionRequest> content();

    /** The service's own task. */
    record Own(DesiredTaskDefinition definition) implements TaskSource {
        @Override
        public String hash() {
            return definition.hash();
        }

        @Override
        public OwnRevisions known(OwnRevisions recorded) {
            return recorded;
        }

        @Override
        public Optional<RegisterTaskDefinitionRequest> content() {
            return Optional.of(definition.request());
        }

        /** One that came from elsewhere ends with its resource, whatever its content. */
        @Override
        public boolean registers(OwnRevisions known) {
            return known.sourceGeneration().isPresent()
                    || known.hash().filter(hash()::equals).isEmpty();
        }
    }

    /**
     * An earlier revision of the service's own task, run in its place.
     *
     * @param asked as spec.rollbackTo names it
     */
    record RolledBack(String arn, String hash, String asked) implements TaskSource {
        @Override
        public OwnRevisions known(OwnRevisions recorded) {
            return recorded.adopting(arn, hash);
        }

        @Override
        public boolean registers(OwnRevisions known) {
            return false;
        }

        /** Only the spec's is at hand. */
        @Override
        public Optional<RegisterTaskDefinitionRequest> content() {
            return Optional.empty();
        }

        String revision() {
            return arn.substring(arn.lastIndexOf('/') + 1);
        }
    }

    /**
     * A revision that another resource registers, or that was there before.
     *
     * @param generation of the FargateTaskDefinition; 0 for a revision named by ARN
     */
    record Given(String arn, String hash, long generation, Optional<RegisterTaskDefinitionRequest> content)
            implements TaskSource {
        @Override
        public OwnRevisions known(OwnRevisions recorded) {
            return recorded.following(arn, hash, generation);
        }

        @Override
        public boolean registers(OwnRevisions known) {
            return false;
        }
    }
}
