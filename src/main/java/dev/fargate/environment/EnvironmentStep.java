package dev.fargate.environment;

import dev.fargate.engine.Change;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.CreateClusterRequest;
import software.amazon.awssdk.services.ecs.model.PutClusterCapacityProvidersRequest;
import software.amazon.awssdk.services.ecs.model.UpdateClusterRequest;

/** What the loop can do to an environment's cluster. */
sealed interface EnvironmentStep extends Step {

    record CreateCluster(CreateClusterRequest request) implements EnvironmentStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.CREATE, "cluster " + request.clusterName());
        }
    }

    /** Puts owner tags on a cluster that nobody owns. */
    record AdoptCluster(String arn, Map<String, String> tags) implements EnvironmentStep {
        @Override
        public Change change() {
            return new Change(Change.Verb.UPDATE, "owner of cluster " + arn, put(tags));
        }
    }

    record PutCapacityProviders(PutClusterCapacityProvidersRequest request, List<Difference> differences)
            implements EnvironmentStep {
        @Override
        public Change change() {
            return new Change(Change.Verb.UPDATE, "capacity of cluster " + request.cluster(), differences);
        }
    }

    record UpdateCluster(UpdateClusterRequest request, List<Difference> differences) implements EnvironmentStep {
        @Override
        public Change change() {
            return new Change(Change.Verb.UPDATE, "cluster " + request.cluster(), differences);
        }
    }

    record TagCluster(String arn, Map<String, String> tags) implements EnvironmentStep {
        @Override
        public Change change() {
            return Change.ofTags(arn, tags, Set.of());
        }
    }

    /** Takes off what the spec declared once. */
    record UntagCluster(String arn, Set<String> keys) implements EnvironmentStep {
        @Override
        public Change change() {
            return new Change(
                    Change.Verb.UPDATE,
                    "tags of " + arn,
                    keys.stream()
                            .sorted()
                            .map(key -> new Difference("tags." + key, "absent", "there"))
                            .toList());
        }
    }

    record DeleteCluster(String arn) implements EnvironmentStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "cluster " + arn);
        }
    }

    private static List<Difference> put(Map<String, String> tags) {
        return tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag -> new Difference("tags." + tag.getKey(), tag.getValue(), "other or absent"))
                .toList();
    }
}
