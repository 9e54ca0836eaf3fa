package dev.fargate.service;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.Place;
import dev.fargate.companion.CompanionStep;
import dev.fargate.companion.Kept;
import dev.fargate.companion.Standing;
import dev.fargate.companion.Standing.Stop;
import dev.fargate.engine.Change.Verb;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.Service;

/** How a turn tells what came of the companions of a service. */
record CompanionNews(ServiceTurns turns, FargateService resource, Memory memory, Optional<Service> live) {
    private static final Duration AWAITED = Duration.ofSeconds(10);

    /**
     * The turn goes on with what became of them.
     *
     * @param told the status so far
     * @param turn what is told of the service itself; a trouble of its own comes before one of theirs
     */
    Turn<FargateServiceStatus> after(FargateServiceStatus told, Turn<FargateServiceStatus> turn, Standing standing) {
        boolean changed = !standing.kept().companions().equals(told.companions());
        FargateServiceStatus status = told.withCompanions(standing.kept().companions());
        Turn<FargateServiceStatus> news = (changed ? turn.reporting(status) : turn).telling(notices(standing.done()));
        return ended(status, news, standing.stop());
    }

    /** The service itself waits for what it names. */
    Turn<FargateServiceStatus> awaiting(Standing standing, Place place) {
        FargateService recorded = recorded(standing.kept());
        Memory placed = standing.kept().companions().isEmpty() ? memory : memory.withPlace(place);
        Turn<FargateServiceStatus> turn =
                switch (standing.stop()) {
                    case Stop.None none -> throw new IllegalStateException("nothing is waited for");
                    case Stop.Later later ->
                        standing.done().isEmpty()
                                ? Turn.<FargateServiceStatus>quiet(Optional.of(turns.until(later.until())))
                                : Turn.<FargateServiceStatus>report(
                                                turns.report(recorded).intending(placed, live), List.of())
                                        .again(turns.until(later.until()));
                    case Stop.Refused refused -> turns.refused(refused.error(), recorded, placed, live, List.of());
                    case Stop.Blocked blocked ->
                        turns.problem(recorded, blocked.problem(), placed, live)
                                .againWithin(
                                        blocked.problem().stalled()
                                                ? turns.tries().stalled()
                                                : AWAITED);
                };
        return turn.telling(notices(standing.done()));
    }

    /** A plan that was looked for; it is told even if a look failed. */
    Turn<FargateServiceStatus> previewed(Turn<FargateServiceStatus> turn, Standing standing) {
        return ended(turn.status().orElseThrow(), turn, standing.stop());
    }

    private Turn<FargateServiceStatus> ended(FargateServiceStatus status, Turn<FargateServiceStatus> news, Stop stop) {
        return switch (stop) {
            case Stop.None none -> news;
            case Stop.Later later -> news.againWithin(turns.until(later.until()));
            case Stop.Refused refused ->
                over(status, news, turns.refused(refused.error(), resource.recording(status), memory, live, List.of()));
            case Stop.Blocked blocked ->
                over(status, news, turns.problem(resource.recording(status), blocked.problem(), memory, live));
        };
    }

    private static Turn<FargateServiceStatus> over(
            FargateServiceStatus status, Turn<FargateServiceStatus> news, Turn<FargateServiceStatus> trouble) {
        boolean untold = trouble.status().isEmpty() || Conditions.isTrue(status.conditions(), Conditions.STALLED);
        return untold ? trouble.again().map(news::againWithin).orElse(news) : trouble.telling(news.notices());
    }

    /** The resource, as if its status had this on record already. */
    FargateService recorded(Kept kept) {
        FargateServiceStatus status = resource.getStatus();
        if (status == null) {
            return kept.companions().isEmpty()
                    ? resource
                    : resource.recording(
                            turns.report(resource).intending(memory, live).withCompanions(kept.companions()));
        }
        return resource.recording(status.withCompanions(kept.companions()));
    }

    /** One for all that was done in a turn. */
    static List<Notice> notices(List<CompanionStep> done) {
        if (done.isEmpty()) {
            return List.of();
        }
        boolean onlyDeletes = done.stream().allMatch(step -> step.change().verb() == Verb.DELETE);
        return List.of(Notice.normal(
                onlyDeletes ? "CompanionsDeleted" : "CompanionsPut",
                done.stream().map(step -> step.change().toString()).collect(Collectors.joining("\n"))));
    }
}
