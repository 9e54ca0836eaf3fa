package dev.fargate.service;

import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a rollout is looked at: after set times since its start, then at the interval of the last two. Few looks, because each is a
 * share of a DescribeServices. Where changes are announced, only from the last of these times on, in case that an announcement is lost.
 */
public record Polls(List<Duration> sinceStart) {

    public Polls {
        sinceStart = List.copyOf(sinceStart);
        if (sinceStart.isEmpty()) {
            throw new IllegalArgumentException("a rollout must be looked at: give at least one time");
        }
    }

    /** The next look; none when the rollout is over and running reached desired. */
    Optional<Instant> next(Optional<Rollout> rollout, boolean announced, Instant now) {
        return rollout.filter(known -> known.state() == RolloutState.IN_PROGRESS
                        || (known.state() == RolloutState.COMPLETED && known.steady() == null))
                .map(known -> next(
                        known.since() == null ? now : Instant.parse(known.since()),
                        announced ? List.of(sinceStart.getLast()) : sinceStart,
                        now));
    }

    private Instant next(Instant since, List<Duration> times, Instant now) {
        return times.stream()
                .map(since::plus)
                .filter(at -> at.isAfter(now))
                .findFirst()
                .orElseGet(() -> now.plus(lastInterval()));
    }

    private Duration lastInterval() {
        Duration last = sinceStart.getLast();
        return sinceStart.size() == 1 ? last : last.minus(sinceStart.get(sinceStart.size() - 2));
    }
}
