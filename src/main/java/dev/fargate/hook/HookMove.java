package dev.fargate.hook;

import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.HookRun;
import dev.fargate.api.HookRun.State;
import dev.fargate.engine.Conditions;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.Optional;

/** What is to be done for a hook. */
public sealed interface HookMove {

    /** Its FargateTask is to be created. */
    record Begin(FargateTask manifest, HookRun run) implements HookMove {}

    /** That of an earlier rollout has ended, and makes room. */
    record Clear(FargateTask earlier) implements HookMove {}

    /**
     * It has not ended.
     *
     * @param run its record; empty while that of an earlier rollout is in the way
     */
    record Wait(Optional<HookRun> run, String message) implements HookMove {}

    /** It does not get on until somebody does something. */
    record Stuck(HookRun run, String message) implements HookMove {}

    record Passed(HookRun run) implements HookMove {}

    /** It has failed, and stays so. */
    record Failed(HookRun run) implements HookMove {}

    /** Another FargateTask has its name. */
    record Taken(String name) implements HookMove {}

    /**
     * The move, by what is recorded and what is there. Pure.
     *
     * @param found the FargateTask of the hook's name
     */
    static HookMove of(HookRequest request, Optional<FargateTask> found, Instant now) {
        String attempt = request.attempt();
        Optional<HookRun> recorded = request.recorded().filter(run -> attempt.equals(run.attempt()));
        if (recorded.filter(run -> run.state() == State.Failed).isPresent()) {
            return new Failed(recorded.get());
        }
        if (found.isEmpty()) {
            return recorded.isPresent()
                    ? new Failed(request.run(
                            State.Failed,
                            now,
                            "FargateTask %s was deleted before its end was seen, and is not run again by itself."
                                    .formatted(request.name())))
                    : new Begin(HookManifest.of(request), request.run(State.Running, now, null));
        }
        FargateTask run = found.get();
        if (!HookManifest.isOf(run, request.service())) {
            return new Taken(request.name());
        }
        if (run.isMarkedForDeletion()) {
            return new Wait(recorded, "It waits until an earlier FargateTask %s is gone.".formatted(request.name()));
        }
        Optional<FargateTaskStatus> status = Optional.ofNullable(run.getStatus());
        boolean ended = status.map(FargateTaskStatus::completionTime).isPresent();
        if (!HookManifest.isFor(run, attempt)) {
            return ended
                    ? new Clear(run)
                    : new Wait(
                            Optional.empty(),
                            "It waits for the end of FargateTask %s, which runs for earlier settings; delete that to stop it."
                                    .formatted(request.name()));
        }
        return ended ? ended(request, status.get(), now) : going(request, recorded, status, now);
    }

    private static HookMove ended(HookRequest request, FargateTaskStatus status, Instant now) {
        return status.failure() == null
                ? new Passed(request.run(State.Succeeded, now, null))
                : new Failed(request.run(State.Failed, now, status.failure().message()));
    }

    private static HookMove going(
            HookRequest request, Optional<HookRun> recorded, Optional<FargateTaskStatus> status, Instant now) {
        HookRun run = recorded.orElseGet(() -> request.run(State.Running, now, null));
        String message = status.flatMap(known -> Conditions.find(known.conditions(), Conditions.READY))
                .map(Condition::getMessage)
                .orElse("The operator has not looked at it yet.");
        boolean stalled = status.filter(known -> Conditions.isTrue(known.conditions(), Conditions.STALLED))
                .isPresent();
        return stalled ? new Stuck(run, message) : new Wait(Optional.of(run), message);
    }
}
