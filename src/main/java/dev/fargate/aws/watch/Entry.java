package dev.fargate.aws.watch;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.Look;
import dev.fargate.aws.ServiceRef;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Service;

/** What is known of one service, and what its owner waits for. There may be ten thousand: no timers, no queues of their own. */
final class Entry {
    private final ServiceRef ref;
    private Look seen;
    private Look.Failed failed;
    private Service tagged;
    private long fingerprint;
    private boolean told;
    private Instant missingSince;

    /** Whether the last thing seen was that there is none; unlike the rest it outlives a write that changes nothing. */
    private boolean missed;

    private Instant asked;

    /** What the call in flight answers. */
    private Instant awaited;

    private Instant ripe;
    private Instant tried;
    private int writes;
    private int unanswered;
    private boolean inFlight;
    private boolean forgotten;

    Entry(ServiceRef ref, Instant now) {
        this.ref = ref;
        this.tried = now;
    }

    ServiceRef ref() {
        return ref;
    }

    /** The newest look; a failed one only if it is newer than what was seen. */
    Optional<Look> latest() {
        boolean onlyFailed = failed != null && (seen == null || failed.at().isAfter(seen.at()));
        return Optional.ofNullable(onlyFailed ? failed : seen);
    }

    /** Keeps the earlier time; says whether this one counts. */
    boolean ask(Instant at) {
        if (asked != null && !at.isBefore(asked)) {
            return false;
        }
        asked = at;
        return true;
    }

    boolean asks(Instant at) {
        return !forgotten && at.equals(asked);
    }

    boolean asksBy(Instant now) {
        return !forgotten && asked != null && !asked.isAfter(now);
    }

    /** When the look that was asked for began to wait for others. */
    Instant ripe() {
        return ripe;
    }

    void ripened(Instant now) {
        ripe = now;
    }

    Instant tried() {
        return tried;
    }

    void untried() {
        tried = Instant.EPOCH;
    }

    boolean inFlight() {
        return inFlight;
    }

    int writes() {
        return writes;
    }

    boolean known() {
        return seen != null;
    }

    void forget() {
        forgotten = true;
    }

    void depart(Instant now) {
        inFlight = true;
        tried = now;
        if (asksBy(now)) {
            awaited = asked;
            asked = null;
        }
    }

    /** Back from a call; says whether what the call saw still counts. */
    boolean arrive(int writesBefore) {
        inFlight = false;
        boolean counts = !forgotten && writes == writesBefore;
        if (!counts && awaited != null) {
            asked = awaited;
            awaited = null;
        }
        return counts;
    }

    void writing() {
        writes++;
        seen = null;
        failed = null;
        missingSince = null;
    }

    /** A reply to an update has no tags; those that were seen last still hold. */
    void wrote(Service reply, Instant now) {
        writing();
        Service full = reply.hasTags() || tagged == null ? reply : reply.copy(service -> service.tags(tagged.tags()));
        tried = now;
        if (isGone(full)) {
            missing(now);
        } else {
            see(full, Fingerprint.of(full), now);
        }
    }

    /** Says whether the owner is to be told. */
    boolean found(Service service, Instant at) {
        if (isGone(service)) {
            return missing(at);
        }
        long print = Fingerprint.of(service);
        boolean changed = !told || missed || fingerprint != print;
        see(service, print, at);
        return answered() || changed;
    }

    /** Says whether the owner is to be told. */
    boolean missing(Instant at) {
        boolean changed = !missed;
        missed = true;
        missingSince = missingSince == null ? at : missingSince;
        seen = new Look.Missing(missingSince, at);
        tagged = null;
        told = true;
        unanswered = 0;
        return answered() || changed;
    }

    /** Says whether the owner is to be told: only if it asked, because a failed sweep says nothing of the service. */
    boolean failed(AwsException error, Instant at) {
        if (!answered()) {
            return false;
        }
        failed = new Look.Failed(error, at);
        return true;
    }

    /** How often in a row AWS answered without a word on this service. */
    int unanswered() {
        awaited = null;
        return unanswered++;
    }

    private void see(Service service, long print, Instant at) {
        seen = new Look.Found(service, at);
        tagged = service;
        fingerprint = print;
        missed = false;
        missingSince = null;
        told = true;
        unanswered = 0;
    }

    /** ECS still describes a deleted service for a while (API reference, DeleteService). */
    private static boolean isGone(Service service) {
        return "INACTIVE".equals(service.status());
    }

    private boolean answered() {
        boolean answers = awaited != null;
        awaited = null;
        return answers;
    }
}
