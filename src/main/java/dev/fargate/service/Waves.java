package dev.fargate.service;

import dev.fargate.api.Api;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.environment.ResolvedEnvironment.Edition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brings a change of an environment to few services at a time, and to no further one after too many failures. An edit of a service or of
 * its task definition, a restart and a repair do not wait. What is under way is counted in the services' own status, so that it
 * outlives the process; only who was let through since, and who waits, is kept here.
 */
public final class Waves {
    private static final int NAMES_SHOWN = 3;
    /** One that ended makes room for one; one more, because some need no rollout by now. */
    private static final int WOKEN = 2;

    private final Fleet fleet;
    private final Map<String, Line> lines = new HashMap<>();

    /** The services of an environment as their status last told. */
    public interface Fleet {
        List<FargateService> of(String environment);
    }

    public Waves(Fleet fleet) {
        this.fleet = fleet;
    }

    /** Whether a plan brings a change of the environment, and nothing that somebody asked of this service. */
    static boolean brings(Plan<ServiceStep> plan, DesiredService desired, FargateService resource, Memory recorded) {
        boolean rolls = plan.steps().stream()
                .anyMatch(step -> step instanceof ServiceStep.Update update && update.rolls() && !update.restart());
        Optional<String> before = recorded.rollout().map(Rollout::environment);
        boolean edited = resource.getStatus() == null
                || !resource.getMetadata()
                        .getGeneration()
                        .equals(resource.getStatus().observedGeneration());
        boolean definitionEdited = desired.task() instanceof TaskSource.Given given
                && !recorded.revisions().sourceGeneration().equals(Optional.of(given.generation()));
        return rolls
                && !edited
                && !definitionEdited
                && before.filter(hash ->
                                !hash.equals(desired.settings().edition().hash()))
                        .isPresent();
    }

    /** Lets a service through, or says what it waits for. */
    synchronized Optional<Problem> hold(String environment, Edition edition, String holder) {
        Line line = lines.compute(
                environment,
                (name, known) ->
                        known == null || !known.hash.equals(edition.hash()) ? new Line(edition.hash()) : known);
        List<FargateService> services = fleet.of(environment);
        // One that was let through and deleted before it rolled must not keep its place.
        line.admitted.retainAll(holders(services));
        Set<String> rolling = rolling(services, line);
        rolling.addAll(line.admitted);
        if (rolling.contains(holder)) {
            return Optional.empty();
        }
        Set<String> failed = failed(services, line);
        if (failed.size() >= edition.maxFailures()) {
            line.waiting.add(holder);
            return Optional.of(stopped(environment, failed));
        }
        if (rolling.size() >= edition.maxConcurrent()) {
            line.waiting.add(holder);
            return Optional.of(Problem.waiting(
                    "WaitingForWave",
                    "Environment %s has changed and rolls %d services at a time (rollout.maxConcurrent); this one waits for its turn."
                            .formatted(environment, edition.maxConcurrent())));
        }
        line.waiting.remove(holder);
        line.admitted.add(holder);
        return Optional.empty();
    }

    /**
     * To be called when a status was written.
     *
     * @return who may try again now
     */
    public synchronized List<String> after(FargateService before, FargateServiceStatus status) {
        Line line = lines.get(before.getSpec().environment());
        if (line == null) {
            return List.of();
        }
        String holder = ServiceRecipe.holder(before);
        line.told.put(holder, Told.of(status, line.hash));
        Optional<Rollout> rollout =
                Optional.ofNullable(status.rollout()).filter(known -> line.hash.equals(known.environment()));
        boolean stalled = Conditions.isTrue(status.conditions(), Conditions.STALLED) && line.admitted.contains(holder);
        rollout.ifPresent(arrived -> line.admitted.remove(holder));
        if (stalled) {
            // It may have been one too many: all that wait are to be told.
            List<String> all = List.copyOf(line.waiting);
            line.waiting.clear();
            return all;
        }
        if (rollout.filter(known -> known.state() != RolloutState.IN_PROGRESS).isEmpty()) {
            return List.of();
        }
        line.waiting.retainAll(holders(fleet.of(before.getSpec().environment())));
        List<String> next = line.waiting.stream().limit(WOKEN).toList();
        next.forEach(line.waiting::remove);
        return next;
    }

    private static Set<String> holders(List<FargateService> services) {
        return services.stream().map(ServiceRecipe::holder).collect(Collectors.toSet());
    }

    private static Set<String> rolling(List<FargateService> services, Line line) {
        return services.stream()
                .filter(service -> line.latest(service).rolling())
                .map(ServiceRecipe::holder)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> failed(List<FargateService> services, Line line) {
        return services.stream()
                .filter(service -> line.latest(service).stalled())
                .filter(service ->
                        line.latest(service).ofWave() || line.admitted.contains(ServiceRecipe.holder(service)))
                .map(ServiceRecipe::holder)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Problem stopped(String environment, Set<String> failed) {
        return Problem.stalled(
                "WaveStopped",
                ("The change of environment %s reaches no further service, because %d failed with it: %s%s. Correct the environment"
                                + " or those services; to take it all the same, annotate this one with %s.")
                        .formatted(
                                environment,
                                failed.size(),
                                String.join(
                                        ", ", failed.stream().limit(NAMES_SHOWN).toList()),
                                failed.size() > NAMES_SHOWN ? ", …" : "",
                                Api.RESTART_AT));
    }

    /** Who was let through for one state of an environment and is not told of in its status yet, and who waits. */
    private static final class Line {
        private final String hash;
        private final Set<String> admitted = new HashSet<>();
        private final SequencedSet<String> waiting = new LinkedHashSet<>();
        /** What was written since; an informer learns of it later. */
        private final Map<String, Told> told = new HashMap<>();

        Line(String hash) {
            this.hash = hash;
        }

        private Told latest(FargateService service) {
            Told written = told.get(ServiceRecipe.holder(service));
            return written == null ? Told.of(service.getStatus(), hash) : written;
        }
    }

    /** What of a status counts for a wave: ten thousand of them may be kept. */
    private record Told(boolean ofWave, boolean rolling, boolean stalled) {
        static Told of(FargateServiceStatus status, String hash) {
            if (status == null) {
                return new Told(false, false, false);
            }
            boolean ofWave = status.rollout() != null
                    && Boolean.TRUE.equals(status.rollout().wave())
                    && hash.equals(status.rollout().environment());
            return new Told(
                    ofWave,
                    ofWave && status.rollout().state() == RolloutState.IN_PROGRESS,
                    Conditions.isTrue(status.conditions(), Conditions.STALLED));
        }
    }
}
