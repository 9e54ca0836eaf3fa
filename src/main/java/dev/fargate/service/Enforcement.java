package dev.fargate.service;

import dev.fargate.api.FargateServiceStatus;
import dev.fargate.aws.Look;
import dev.fargate.aws.SdkTags;
import dev.fargate.aws.TaskDefinitions;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.taskdefinition.IntentRecovery;
import dev.fargate.taskdefinition.OwnRevisions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ecs.model.Service;

/** managementPolicy Enforce: observe, plan, and carry it out when its turn has come. */
final class Enforcement {
    private final ServiceCalls calls;
    private final ServiceLooks looks;
    private final Settling settling;
    private final ServiceTurns turns;
    private final ServiceSettings settings;
    private final ServicePreflight preflight;

    Enforcement(
            ServiceCalls calls, ServiceLooks looks, Settling settling, ServiceTurns turns, ServiceSettings settings) {
        this.calls = calls;
        this.looks = looks;
        this.settling = settling;
        this.turns = turns;
        this.settings = settings;
        this.preflight = new ServicePreflight(settings.preflights());
    }

    Turn<FargateServiceStatus> turn(Reconciliation service, Consumer<FargateServiceStatus> journal) {
        DesiredService desired = service.desired();
        Memory recorded = service.recorded();
        TaskDefinitions taskDefinitions = calls.aws(service.ref()).taskDefinitions();
        OwnRevisions recovered =
                IntentRecovery.recover(taskDefinitions, desired.owner(), desired.family(), recorded.revisions());
        Optional<Look> look = looks.latest(service);
        Memory known = recorded.withRevisions(
                desired.task().known(settings.audit().checked(taskDefinitions, recovered, isGone(recorded, look))));
        Optional<Service> live = live(look, desired);
        Reconciliation spared = live.map(seen -> service.sparing(
                        DriftReading.of(desired, known, service.resource().getStatus(), seen)))
                .orElse(service);
        Memory memory = preflight.known(service, learnt(spared.desired(), taskDefinitions, known, live), turns.now());
        return planned(spared, look, live, memory, journal);
    }

    private static Memory learnt(
            DesiredService desired, TaskDefinitions taskDefinitions, Memory known, Optional<Service> live) {
        return live.map(seen -> Learnt.from(desired, Adoption.compared(taskDefinitions, desired, known, seen), seen))
                .orElse(known);
    }

    private Turn<FargateServiceStatus> planned(
            Reconciliation service,
            Optional<Look> look,
            Optional<Service> live,
            Memory memory,
            Consumer<FargateServiceStatus> journal) {
        ServicePlanner planner =
                new ServicePlanner(service.desired(), memory, settings.rhythm().existence(), turns.now());
        return switch (planner.plan(look)) {
            case Move.Look first -> looks.first(service, look, first.at(), memory);
            case Move.Blocked blocked -> {
                calls.watch().ask(service.ref(), blocked.lookAt());
                yield turns.problem(service.resource(), blocked.problem(), memory, live);
            }
            case Move.Go go -> paced(service, go.plan(), Outcome.start(memory, live), journal);
        };
    }

    /** A change of the environment waits for its wave. */
    private Turn<FargateServiceStatus> paced(
            Reconciliation service, Plan<ServiceStep> plan, Outcome start, Consumer<FargateServiceStatus> journal) {
        if (!Waves.brings(plan, service.desired(), service.resource(), service.recorded())) {
            return apply(service, plan, start, journal);
        }
        Optional<Problem> held = settings.references()
                .waves()
                .hold(
                        service.resource().getSpec().environment(),
                        service.desired().settings().edition(),
                        service.ref().owner());
        return held.map(problem -> turns.problem(service.resource(), problem, start.memory(), start.service()))
                .orElseGet(() -> apply(service.inWave(), plan, start, journal));
    }

    /** A rollout waits for its hook; what begins none does not. */
    private Turn<FargateServiceStatus> apply(
            Reconciliation service, Plan<ServiceStep> plan, Outcome start, Consumer<FargateServiceStatus> journal) {
        Optional<ServiceStep.Hook> hook = HookGate.in(plan);
        if (hook.isEmpty()) {
            return carryOut(service, plan, start, journal);
        }
        Plan<ServiceStep> besides = HookGate.besides(plan);
        return besides.steps().isEmpty()
                ? new HookGate(settings.references().hooks(), turns)
                        .turn(service, hook.get(), start.memory(), start.service())
                : carryOut(service, besides, start, journal).againWithin(Duration.ofSeconds(1));
    }

    private Turn<FargateServiceStatus> carryOut(
            Reconciliation service, Plan<ServiceStep> plan, Outcome start, Consumer<FargateServiceStatus> journal) {
        ServiceApplier applier = calls.applier(
                service.ref(),
                service.desired().family(),
                intending -> journal.accept(turns.report(service.resource())
                        .intending(intending.withPlace(service.desired().place()), start.service())));
        return settling.turn(service, plan, applier.apply(plan, start), journal);
    }

    private boolean isGone(Memory memory, Optional<Look> look) {
        return look.isPresent()
                && look.get() instanceof Look.Missing missing
                && settings.rhythm().existence().believed(memory, missing);
    }

    /** The service, if it is ours to look into. */
    static Optional<Service> live(Optional<Look> look, DesiredService desired) {
        return look.filter(Look.Found.class::isInstance)
                .map(found -> ((Look.Found) found).service())
                .filter(service -> desired.ownership()
                        .refusal("", service.serviceArn(), SdkTags.map(service.tags()))
                        .isEmpty())
                .filter(service -> Adoption.misfit(service).isEmpty());
    }
}
