package dev.fargate.service;

import dev.fargate.api.Api;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateTask;
import dev.fargate.api.HookRun;
import dev.fargate.api.ServiceHooks.Stage;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.hook.HookMove;
import dev.fargate.hook.HookRequest;
import dev.fargate.hook.HookRuns;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Service;

/** Runs the hook that a plan has, and lets the rollout through once it has succeeded. */
record HookGate(HookRuns runs, ServiceTurns turns) {
    /** A run wakes its service when its status changes, but not when it is gone. */
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private static final Duration SOON = Duration.ofSeconds(2);

    static Optional<ServiceStep.Hook> in(Plan<ServiceStep> plan) {
        return plan.steps().stream()
                .filter(ServiceStep.Hook.class::isInstance)
                .map(ServiceStep.Hook.class::cast)
                .findFirst();
    }

    /** What of a plan need not wait for a hook: the service goes on to be scaled and tagged. */
    static Plan<ServiceStep> besides(Plan<ServiceStep> plan) {
        return new Plan<>(plan.steps().stream().flatMap(HookGate::besides).toList());
    }

    private static Stream<ServiceStep> besides(ServiceStep step) {
        return switch (step) {
            case ServiceStep.Hook hook -> Stream.of();
            case ServiceStep.Register register -> Stream.of();
            case ServiceStep.Create create -> Stream.of();
            case ServiceStep.Update update -> update.withoutRollout().stream().map(ServiceStep.class::cast);
            case ServiceStep.StopDeployment stop -> Stream.of(stop);
            case ServiceStep.Tag tag -> Stream.of(tag);
            case ServiceStep.Delete delete -> Stream.of(delete);
            case ServiceStep.Deregister deregister -> Stream.of(deregister);
        };
    }

    Turn<FargateServiceStatus> turn(
            Reconciliation service, ServiceStep.Hook step, Memory memory, Optional<Service> live) {
        HookRequest request = new HookRequest(
                service.resource(),
                step.stage(),
                service.desired().rolloutHash(),
                service.desired().settings().restartAt().filter(at -> !at.isAfter(turns.now())),
                memory.hook(step.stage()));
        Optional<FargateTask> found = runs.find(service.resource().getMetadata().getNamespace(), step.run());
        Told told = new Told(turns, service, step, live);
        return switch (HookMove.of(request, found, turns.now())) {
            case HookMove.Begin begin ->
                runs.create(begin.manifest())
                        .map(refusal -> told.stalled("HookRefused", memory, "Kubernetes refused it: " + refusal))
                        .orElseGet(() -> told.waiting(memory.withHook(begin.run()), "It is about to begin.")
                                .telling(Notice.normal(
                                        StatusNews.reason(step), step.change().toString()))
                                .again(AGAIN));
            case HookMove.Clear clear -> {
                runs.delete(clear.earlier());
                yield told.waiting(memory, "That of the last rollout is deleted first.")
                        .again(SOON);
            }
            case HookMove.Wait wait ->
                told.waiting(wait.run().map(memory::withHook).orElse(memory), wait.message())
                        .again(wait.run().isPresent() ? AGAIN : SOON);
            case HookMove.Stuck stuck -> told.stalled("HookStuck", memory.withHook(stuck.run()), stuck.message());
            case HookMove.Passed passed ->
                told.waiting(memory.withHook(passed.run()), "It has succeeded.")
                        .telling(Notice.normal(
                                "HookSucceeded", "FargateTask %s (%s) succeeded.".formatted(step.run(), step.stage())))
                        .again(Duration.ZERO);
            case HookMove.Failed failed ->
                told.stalled(failure(step.stage()), memory.withHook(failed.run()), why(failed.run()));
            case HookMove.Taken taken ->
                told.stalled(
                        "HookNameTaken",
                        memory,
                        "A FargateTask of that name is not of this service. Delete it, or give it another name.");
        };
    }

    private static String why(HookRun run) {
        return "%s It is not run again until the spec or the annotation %s changes."
                .formatted(run.message(), Api.RESTART_AT);
    }

    private static String failure(Stage stage) {
        return switch (stage) {
            case preDeploy -> "PreDeployFailed";
            case postDeploy -> "PostDeployFailed";
        };
    }

    /** What is told of one hook. */
    private record Told(ServiceTurns turns, Reconciliation service, ServiceStep.Hook step, Optional<Service> live) {

        Turn<FargateServiceStatus> waiting(Memory known, String message) {
            Problem problem =
                    switch (step.stage()) {
                        case preDeploy ->
                            Problem.waiting(
                                    "PreDeploy",
                                    "Nothing is rolled before FargateTask %s (preDeploy) has succeeded. %s"
                                            .formatted(step.run(), message));
                        case postDeploy ->
                            Problem.waiting(
                                    "PostDeploy",
                                    "The service is not Ready before FargateTask %s (postDeploy) has succeeded. %s"
                                            .formatted(step.run(), message));
                    };
            return Turn.report(turns.report(service.resource()).problem(problem, known, live, List.of()), List.of());
        }

        Turn<FargateServiceStatus> stalled(String reason, Memory known, String message) {
            return turns.problem(
                    service.resource(),
                    Problem.stalled(reason, "FargateTask %s (%s): %s".formatted(step.run(), step.stage(), message)),
                    known,
                    live);
        }
    }
}
