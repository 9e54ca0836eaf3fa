package dev.fargate.diagnosis;

import dev.fargate.diagnosis.Ending.Exit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the cause: by who stopped the task, then by ECS's words, then by the exit codes. */
final class Findings {
    private static final Pattern DEPLOYMENT = Pattern.compile("\\(?deployment (ecs-svc/\\w+)\\)?");
    private static final Pattern REBALANCING = Pattern.compile("rebalanc", Pattern.CASE_INSENSITIVE);

    private static final int KILLED = 137;
    private static final int TERMINATED = 143;
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;

    /** What the others end with when an essential container has ended and ECS stops the task. */
    private static final Set<Integer> TAKEN_ALONG = Set.of(KILLED, TERMINATED);

    private final Ending ending;
    private final TaskFacts facts;

    private Findings(Ending ending, TaskFacts facts) {
        this.ending = ending;
        this.facts = facts;
    }

    static Finding of(Ending ending, TaskFacts facts) {
        Findings findings = new Findings(ending, facts);
        return findings.byCode()
                .or(() -> Signatures.cause(ending.words()).map(findings::byWords))
                .or(findings::byExit)
                .orElseGet(() -> findings.found(Cause.Unknown));
    }

    /** ECS Developer Guide, "Stopped tasks error codes". Who stopped it matters more than how its containers took it. */
    private Optional<Finding> byCode() {
        return switch (ending.code()) {
            case "SpotInterruption" -> Optional.of(found(Cause.SpotInterruption));
            case "TerminationNotice" -> Optional.of(found(noticed()));
            case "InfrastructureHealth" -> Optional.of(found(Cause.PlatformRetirement));
            case "UserInitiated" -> Optional.of(found(Cause.StoppedByUser));
            case "ServiceSchedulerInitiated" -> byScheduler();
            default -> Optional.empty();
        };
    }

    /** AWS's own example of a Spot interruption carries this code ("Fargate capacity providers"). */
    private Cause noticed() {
        return Signatures.cause(ending.reason())
                .filter(Cause.SpotInterruption::equals)
                .orElse(Cause.PlatformRetirement);
    }

    private Optional<Finding> byScheduler() {
        Optional<Cause> health = Signatures.cause(ending.reason());
        if (health.isPresent()) {
            return health.map(this::byWords);
        }
        Matcher deployment = DEPLOYMENT.matcher(ending.reason());
        if (deployment.find()) {
            return Optional.of(found(deployment.group(1).equals(ending.startedBy()) ? Cause.Scaling : Cause.Replaced));
        }
        return REBALANCING.matcher(ending.reason()).find()
                ? Optional.of(found(Cause.Replaced))
                : Optional.of(found(Cause.Unknown));
    }

    private Finding byWords(Cause cause) {
        return new Finding(cause, culprit(cause), ending.words());
    }

    /** The container that the words are about: its own reason says so, its image is named, it is checked, or it is the only one. */
    private Optional<Exit> culprit(Cause cause) {
        List<Exit> containers = ending.containers();
        if (containers.size() == 1) {
            return Optional.of(containers.getFirst());
        }
        if (cause == Cause.ContainerHealth) {
            List<Exit> checked = containers.stream().filter(this::isChecked).toList();
            return checked.size() == 1 ? Optional.of(checked.getFirst()) : Optional.empty();
        }
        return containers.stream()
                .filter(container ->
                        !container.image().isEmpty() && ending.words().contains(container.image()))
                .findFirst()
                .or(() -> containers.stream()
                        .filter(container ->
                                Signatures.cause(container.reason()).equals(Optional.of(cause)))
                        .findFirst());
    }

    private Optional<Finding> byExit() {
        return ending.containers().stream()
                .filter(container -> container.exitCode().isPresent())
                .min(Comparator.comparing((Exit exit) ->
                                TAKEN_ALONG.contains(exit.exitCode().getAsInt()))
                        .thenComparing(exit -> !isEssential(exit))
                        .thenComparing(exit -> exit.exitCode().getAsInt() == 0))
                .map(exit -> new Finding(
                        switch (exit.exitCode().getAsInt()) {
                            case KILLED -> Cause.KilledOnTimeout;
                            case NOT_EXECUTABLE -> Cause.NotExecutable;
                            case NOT_FOUND -> Cause.CommandNotFound;
                            default -> Cause.ExitCode;
                        },
                        Optional.of(exit),
                        ending.words()));
    }

    private boolean isEssential(Exit exit) {
        return facts.container(exit.container())
                .map(TaskFacts.Container::essential)
                .orElse(true);
    }

    private boolean isChecked(Exit exit) {
        return facts.container(exit.container())
                .map(TaskFacts.Container::checked)
                .orElse(false);
    }

    private Finding found(Cause cause) {
        return new Finding(cause, Optional.empty(), ending.words());
    }
}
