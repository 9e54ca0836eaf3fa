package dev.fargate.task;

import dev.fargate.api.FargateTaskSpec;
import dev.fargate.api.Place;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.ContentHash;
import dev.fargate.aws.Digest;
import dev.fargate.aws.Owner;
import dev.fargate.aws.SdkTags;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;

/**
 * A run as it should be.
 *
 * @param template what RunTask is asked for, but for revision, count and token
 */
record DesiredRun(Owner owner, Where where, RunSource source, RunTaskRequest template, Limits limits) {

    /** Tells its requests from those that it would make in another state of environment and spec; tags count, too. */
    String request() {
        // Without a token the SDK gives a random one.
        RunTaskRequest untold = template.copy(request -> request.clientToken(""));
        return Digest.token(ContentHash.of(untold) + new TreeMap<>(SdkTags.map(template.tags())));
    }

    /** Account and cluster, and the way there. */
    record Where(AwsScope scope, Place place) {}

    /**
     * How many, how long, how often.
     *
     * @param backoff after the first end without a success
     * @param deadline since the start of the run
     */
    record Limits(
            int completions,
            int parallelism,
            int backoffLimit,
            Duration backoff,
            Optional<Duration> deadline,
            boolean suspended) {
        private static final int BACKOFF_LIMIT = 6;
        private static final int BACKOFF_SECONDS = 10;
        /** As Kubernetes does for a Job: "capped at six minutes". */
        private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(6);

        private static final int DOUBLINGS = 9;

        static Limits of(FargateTaskSpec spec) {
            return new Limits(
                    or(spec.completions(), 1),
                    or(spec.parallelism(), 1),
                    or(spec.backoffLimit(), BACKOFF_LIMIT),
                    Duration.ofSeconds(or(spec.backoffSeconds(), BACKOFF_SECONDS)),
                    Optional.ofNullable(spec.activeDeadlineSeconds()).map(Duration::ofSeconds),
                    Boolean.TRUE.equals(spec.suspend()));
        }

        /** The delay after so many ends in a row without a success. */
        Duration backoff(int setbacks) {
            Duration delay = backoff.multipliedBy(1L << Math.min(setbacks - 1, DOUBLINGS));
            return delay.compareTo(LONGEST_BACKOFF) < 0 ? delay : LONGEST_BACKOFF;
        }

        Optional<Instant> end(RunMemory memory) {
            return deadline.flatMap(length -> memory.span().started().map(start -> start.plus(length)));
        }

        private static int or(Integer given, int otherwise) {
            return given == null ? otherwise : given;
        }
    }
}
