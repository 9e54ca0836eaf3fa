package dev.fargate.task;

import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.FargateTaskStatus.Failure;
import dev.fargate.api.FargateTaskStatus.LaunchedContainer;
import dev.fargate.api.Place;
import dev.fargate.api.PreflightReport;
import dev.fargate.taskdefinition.OwnRevisions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the status of a FargateTask remembers for the next turn: nothing else survives a restart.
 *
 * @param preflight what was found out about the tasks before they start
 */
record RunMemory(
        Optional<Place> place,
        OwnRevisions revisions,
        List<LaunchedContainer> crew,
        Launches launches,
        History history,
        Span span,
        Optional<PreflightReport> preflight) {
    private static final RunMemory NONE = new RunMemory(
            Optional.empty(), OwnRevisions.NONE, List.of(), Launches.NONE, History.NONE, Span.NONE, Optional.empty());

    RunMemory {
        crew = List.copyOf(crew);
    }

    static RunMemory of(FargateTaskStatus status) {
        return status == null
                ? NONE
                : new RunMemory(
                        Optional.ofNullable(status.place()),
                        OwnRevisions.of(status.taskDefinition()),
                        status.containers(),
                        new Launches(count(status.launched()), status.launches()),
                        new History(
                                new History.Tally(
                                        count(status.succeeded()),
                                        count(status.failed()),
                                        count(status.unknown()),
                                        count(status.setbacks())),
                                Optional.ofNullable(status.failure()),
                                status.attempts()),
                        new Span(
                                instant(status.startTime()),
                                instant(status.completionTime()),
                                instant(status.retryAt())),
                        Optional.ofNullable(status.preflight()));
    }

    private static int count(Integer counted) {
        return counted == null ? 0 : counted;
    }

    private static Optional<Instant> instant(String text) {
        return Optional.ofNullable(text).map(Instant::parse);
    }

    History.Tally tally() {
        return history.tally();
    }

    boolean isFinished() {
        return span.completed().isPresent();
    }

    RunMemory at(Place where) {
        return new RunMemory(Optional.of(where), revisions, crew, launches, history, span, preflight);
    }

    RunMemory with(OwnRevisions other) {
        return new RunMemory(place, other, crew, launches, history, span, preflight);
    }

    /** As long as there is no revision, what it is to be may change. */
    RunMemory manned(List<LaunchedContainer> containers) {
        return revisions.arn().isPresent()
                ? this
                : new RunMemory(place, revisions, containers, launches, history, span, preflight);
    }

    RunMemory with(Launches other) {
        return new RunMemory(place, revisions, crew, other, history, span, preflight);
    }

    RunMemory with(History other) {
        return new RunMemory(place, revisions, crew, launches, other, span, preflight);
    }

    RunMemory with(Span other) {
        return new RunMemory(place, revisions, crew, launches, history, other, preflight);
    }

    RunMemory withPreflight(Optional<PreflightReport> report) {
        return new RunMemory(place, revisions, crew, launches, history, span, report);
    }

    RunMemory failed(Failure failure) {
        return with(history.failed(failure));
    }
}
