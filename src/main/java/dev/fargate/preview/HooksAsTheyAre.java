package dev.fargate.preview;

import dev.fargate.api.FargateTask;
import dev.fargate.hook.HookRuns;
import java.util.Optional;

/** The runs of hooks as they stand; a preview begins and deletes none. */
record HooksAsTheyAre(ClusterView cluster) implements HookRuns {
    @Override
    public Optional<FargateTask> find(String namespace, String name) {
        return cluster.find(FargateTask.class, namespace, name);
    }

    @Override
    public Optional<String> create(FargateTask run) {
        throw new IllegalStateException("a preview writes nothing");
    }

    @Override
    public void delete(FargateTask run) {
        throw new IllegalStateException("a preview writes nothing");
    }
}
