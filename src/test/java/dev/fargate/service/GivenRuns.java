package dev.fargate.service;

import dev.fargate.api.FargateTask;
import dev.fargate.hook.HookRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Kubernetes for one turn of a service with hooks: every call is noted. */
final class GivenRuns implements HookRuns {
    private final Optional<FargateTask> there;
    private final Optional<String> refusal;
    private final List<String> calls = new ArrayList<>();

    GivenRuns(Optional<FargateTask> there, Optional<String> refusal) {
        this.there = there;
        this.refusal = refusal;
    }

    List<String> calls() {
        return calls;
    }

    @Override
    public Optional<FargateTask> find(String namespace, String name) {
        return there.filter(run -> run.getMetadata().getName().equals(name));
    }

    @Override
    public Optional<String> create(FargateTask run) {
        calls.add("create FargateTask %s %s"
                .formatted(
                        run.getMetadata().getName(),
                        run.getMetadata().getAnnotations().values()));
        return refusal;
    }

    @Override
    public void delete(FargateTask run) {
        calls.add("delete FargateTask " + run.getMetadata().getName());
    }
}
