package dev.fargate.aws.watch;

import dev.fargate.aws.AwsScope;
import java.time.Instant;

/** The calls of one scope: how many are in flight, and the bucket that they draw from. */
final class Lane {
    private final AwsScope scope;
    private final int limit;
    private final Reads reads;
    private int inFlight;

    Lane(AwsScope scope, int limit, Reads reads) {
        this.scope = scope;
        this.limit = limit;
        this.reads = reads;
    }

    AwsScope scope() {
        return scope;
    }

    Reads reads() {
        return reads;
    }

    boolean free(Instant now) {
        return inFlight < limit && reads.free(now);
    }

    void depart(Instant now) {
        inFlight++;
        reads.called(now);
    }

    void arrive() {
        inFlight--;
    }
}
