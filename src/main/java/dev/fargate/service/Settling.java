package dev.fargate.service;

import dev.fargate.api.FargateServiceStatus;
import dev.fargate.aws.Owner;
import dev.fargate.aws.ServiceRef;
import dev.fargate.companion.Standing;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Turn;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a turn learns and tells after its calls, and when the next one comes. */
final class Settling {
    private final ServiceCalls calls;
    private final ServiceTurns turns;
    private final StoppedTasks stoppedTasks;
    private final ServiceCompanions companions;
    private final ServiceSettings settings;

    Settling(
            ServiceCalls calls,
            ServiceTurns turns,
            StoppedTasks stoppedTasks,
            ServiceCompanions companions,
            ServiceSettings settings) {
        this.calls = calls;
        this.turns = turns;
        this.stoppedTasks = stoppedTasks;
        this.companions = companions;
        this.settings = settings;
    }

    Turn<FargateServiceStatus> turn(
            Reconciliation service, Plan<ServiceStep> plan, Outcome applied, Consumer<FargateServiceStatus> journal) {
        Outcome outcome = learnt(service.desired(), applied);
        return switch (outcome.stop()) {
            case Outcome.Stop.Later later
            when outcome.leavesOnlyTidying(plan) ->
                done(service, outcome, journal).againWithin(turns.until(later.until()));
            case Outcome.Stop.Later later -> {
                Turn<FargateServiceStatus> turn = outcome.done().isEmpty()
                        ? Turn.quiet(Optional.empty())
                        : progress(service, outcome, applied(service));
                yield turn.again(turns.until(later.until()));
            }
            case Outcome.Stop.Refused refused
            when outcome.leavesOnlyTidying(plan) ->
                done(service, outcome, journal).againWithin(turns.tidying(refused.error()));
            case Outcome.Stop.Refused refused -> {
                Turn<FargateServiceStatus> turn = turns.refused(
                        refused.error(),
                        service.resource(),
                        outcome.memory(),
                        outcome.service(),
                        outcome.pending(plan));
                // Not sooner than the next try: what a look sees begins a turn.
                calls.watch().ask(service.ref(), turns.now().plus(turn.again().orElse(Duration.ZERO)));
                yield turn;
            }
            case Outcome.Stop.None none -> done(service, outcome, journal);
        };
    }

    private static Outcome learnt(DesiredService desired, Outcome outcome) {
        return outcome.knows(outcome.service()
                .map(service -> Learnt.from(desired, outcome.memory(), service))
                .orElse(outcome.memory().withPlace(desired.place())));
    }

    private Turn<FargateServiceStatus> done(
            Reconciliation service, Outcome outcome, Consumer<FargateServiceStatus> journal) {
        ServiceRef ref = service.ref();
        Memory tagged = outcome.memory()
                .withTagKeys(Owner.declaredKeys(service.desired().tags()));
        StoppedTasks.Seen seen =
                stoppedTasks.look(service.desired(), service.recorded(), tagged, outcome.service(), calls.tasks(ref));
        Turn<FargateServiceStatus> told = progress(
                service,
                outcome.knows(seen.memory()),
                Optional.of(service.desired().settingsHash()));
        Turn<FargateServiceStatus> alone = turns.reading(seen, ref.owner(), paced(service, seen.memory(), told));
        return outcome.service().isPresent()
                ? followed(service, outcome.knows(seen.memory()), alone, journal)
                : succeeded(ref, alone);
    }

    private Turn<FargateServiceStatus> followed(
            Reconciliation service,
            Outcome outcome,
            Turn<FargateServiceStatus> turn,
            Consumer<FargateServiceStatus> journal) {
        Optional<FargateServiceStatus> told =
                turn.status().or(() -> Optional.ofNullable(service.resource().getStatus()));
        Standing standing = companions.follow(service, outcome.memory(), told.orElseThrow(), journal);
        Turn<FargateServiceStatus> news = new CompanionNews(
                        turns, service.resource(), outcome.memory(), outcome.service())
                .after(told.orElseThrow(), turn, standing);
        return standing.stands() ? companions.again(service, outcome.memory(), succeeded(service.ref(), news)) : news;
    }

    private Turn<FargateServiceStatus> succeeded(ServiceRef ref, Turn<FargateServiceStatus> turn) {
        turns.tries().succeeded(ref.owner());
        return turn;
    }

    private static Optional<String> applied(Reconciliation service) {
        return Optional.ofNullable(service.resource().getStatus()).map(FargateServiceStatus::applied);
    }

    /**
     * The steps were taken, as far as they went.
     *
     * @param applied names the settings that AWS has been given in full
     */
    private Turn<FargateServiceStatus> progress(Reconciliation service, Outcome outcome, Optional<String> applied) {
        FargateServiceStatus before = service.resource().getStatus();
        Health health = outcome.service()
                .map(live -> Health.of(service.desired(), outcome.memory(), live, turns.now()))
                .orElseGet(() -> new Health(
                        Health.State.WORKING, "Registering", "The revision is registered.", Optional.empty()));
        FargateServiceStatus told =
                turns.report(service.resource()).progress(health, outcome.memory(), outcome.service());
        FargateServiceStatus status = service.desired().settings().tolerance().reports()
                ? told.with(service.drift().shown(), applied.orElse(null))
                : told;
        boolean untold = outcome.done().isEmpty()
                && health.state() == Health.State.WORKING
                && StatusNews.onlyCounts(before, status);
        return untold
                ? Turn.quiet(Optional.empty())
                : Turn.report(status, StatusNews.notices(before, health, outcome.memory(), outcome.done()))
                        .telling(service.drift().news(before).stream().toList());
    }

    /** Looks again when the rollout may be done, and comes back when its deadline passes, or a restart or a stop is due. */
    private Turn<FargateServiceStatus> paced(Reconciliation service, Memory memory, Turn<FargateServiceStatus> turn) {
        settings.rhythm()
                .polls()
                .next(memory.rollout(), calls.watch().isAnnounced(service.ref()), turns.now())
                .ifPresent(at -> calls.watch().ask(service.ref(), at));
        return Stream.of(
                        new ServicePreflight(settings.preflights()).again(service, memory, turns.now()),
                        Health.deadline(service.desired(), memory),
                        service.desired().settings().restartAt(),
                        service.desired().settings().stopAt())
                .flatMap(Optional::stream)
                .filter(at -> at.isAfter(turns.now()))
                .min(Comparator.naturalOrder())
                .map(at -> turn.again(turns.until(at).plusSeconds(1)))
                .orElse(turn);
    }
}
