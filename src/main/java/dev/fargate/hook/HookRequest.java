package dev.fargate.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.api.FargateService;
import dev.fargate.api.HookRun;
import dev.fargate.api.ServiceHooks;
import dev.fargate.api.ServiceHooks.Hook;
import dev.fargate.api.ServiceHooks.Stage;
import dev.fargate.aws.Digest;
import dev.fargate.engine.Shortened;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a hook is asked to run for.
 *
 * @param content hash of the settings that are rolled
 * @param restartAt a restart that a person asked for and that is due
 * @param recorded the last run of the hook
 */
public record HookRequest(
        FargateService service, Stage stage, String content, Optional<Instant> restartAt, Optional<HookRun> recorded) {
    private static final int LONGEST_NAME = 63;
    private static final int DIGEST = 10;
    /** The run itself says it in full. */
    private static final int MESSAGE = 160;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The FargateTask's name: always the same, so that its logs and revisions are in one place. */
    public static String name(String service, Stage stage) {
        String suffix =
                switch (stage) {
                    case preDeploy -> "-pre-deploy";
                    case postDeploy -> "-post-deploy";
                };
        return service.length() + suffix.length() <= LONGEST_NAME
                ? service + suffix
                : service.substring(0, LONGEST_NAME - suffix.length() - DIGEST - 1)
                        + "-"
                        + Digest.token(service).substring(0, DIGEST)
                        + suffix;
    }

    /** Whether the last run of a hook was for this content, and succeeded. */
    public static boolean isDone(Optional<HookRun> recorded, String content) {
        return recorded.filter(run -> run.state() == HookRun.State.Succeeded && content.equals(run.content()))
                .isPresent();
    }

    String name() {
        return name(service.getMetadata().getName(), stage);
    }

    Hook hook() {
        ServiceHooks hooks = service.getSpec().hooks();
        return stage == Stage.preDeploy ? hooks.preDeploy() : hooks.postDeploy();
    }

    /**
     * Which run it is. One that failed stands until its content, the hook itself or {@code restart-at} changes; the answer is the same
     * again after a crash.
     */
    String attempt() {
        String first = Digest.token(content + text(hook()));
        Optional<HookRun> same = recorded.filter(run -> content.equals(run.content()));
        if (same.isEmpty()) {
            return first;
        }
        HookRun run = same.get();
        if (run.state() != HookRun.State.Failed) {
            return run.attempt();
        }
        if (!run.attempt().startsWith(first)) {
            return first;
        }
        return restartAt
                .filter(at -> at.isAfter(Instant.parse(run.at())))
                .map(at -> first + "-" + Digest.token(at.toString()).substring(0, DIGEST))
                .orElse(run.attempt());
    }

    /** The record of the run that this asks for. */
    HookRun run(HookRun.State state, Instant at, String message) {
        return new HookRun(
                stage,
                name(),
                content,
                attempt(),
                state,
                at.truncatedTo(ChronoUnit.SECONDS).toString(),
                Shortened.to(message, MESSAGE));
    }

    private static String text(Hook hook) {
        try {
            return JSON.writeValueAsString(hook);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a hook is plain data", e);
        }
    }
}
