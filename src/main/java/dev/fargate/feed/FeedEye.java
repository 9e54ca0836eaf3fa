package dev.fargate.feed;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.aws.Aws;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Looks at rule and queue once in a while: whether messages come is seen by receiving. */
final class FeedEye {
    static final Duration SELDOM = Duration.ofMinutes(10);

    private final Aws.Accounts accounts;
    private final InstantSource time;
    private final ConcurrentMap<String, Sighting> sightings = new ConcurrentHashMap<>();

    FeedEye(Aws.Accounts accounts, InstantSource time) {
        this.accounts = accounts;
        this.time = time;
    }

    /** What was seen last, unless it is old, the spec has changed since, or a person asks. */
    FeedView look(DesiredFeed desired, FargateEnvironment resource) {
        Occasion occasion = Occasion.of(resource);
        Sighting before = sightings.get(desired.owner().uid());
        if (before != null
                && before.occasion().equals(occasion)
                && before.at().plus(SELDOM).isAfter(time.instant())) {
            return before.view();
        }
        FeedView view = look(desired);
        sightings.put(desired.owner().uid(), new Sighting(view, occasion, time.instant()));
        return view;
    }

    /** What is there now. */
    FeedView look(DesiredFeed desired) {
        Aws aws = accounts.of(desired.scope());
        return new FeedView(
                aws.queues()
                        .url(desired.name())
                        .map(url -> new FeedView.Queue(
                                url, aws.queues().attributes(url), aws.queues().tags(url))),
                aws.eventRules()
                        .describe(desired.name())
                        .map(rule -> new FeedView.Rule(
                                rule,
                                aws.eventRules().targets(desired.name()),
                                aws.eventRules().tags(rule.arn()))));
    }

    /** What was seen no longer counts. */
    void forget(String uid) {
        sightings.remove(uid);
    }

    private record Sighting(FeedView view, Occasion occasion, Instant at) {}
}
