package dev.fargate.hook;

import dev.fargate.api.FargateTask;
import java.util.Optional;

/** The FargateTasks that hooks are. */
public interface HookRuns {

    /** Never empty for one that was created and is still there. */
    Optional<FargateTask> find(String namespace, String name);

    /** Creates it; that there is one of the name already is no refusal. Why it is refused, if it is. */
    Optional<String> create(FargateTask run);

    void delete(FargateTask run);
}
