package dev.fargate.turn;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** How often each resource has failed in a row, and how long it waits before the next try. */
public final class Tries {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** No class of error is final: what only a person can mend is still tried again this often. */
    private static final Duration STALLED = Duration.ofMinutes(10);

    private static final int DOUBLINGS = 9;

    private final RandomGenerator random;
    private final ConcurrentMap<String, Integer> failures = new ConcurrentHashMap<>();

    public Tries(RandomGenerator random) {
        this.random = random;
    }

    /** Counts a failure that passes by itself and gives the delay: doubling from 1 s to 5 min, ± 20 %. */
    public Duration failed(String holder) {
        int failed = failures.merge(holder, 1, Integer::sum);
        Duration delay = SHORTEST.multipliedBy(1L << Math.min(failed - 1, DOUBLINGS));
        return jittered(delay.compareTo(LONGEST) < 0 ? delay : LONGEST);
    }

    /** How many failures in a row. */
    public int count(String holder) {
        return failures.getOrDefault(holder, 0);
    }

    /** Whether a failure that is counted already may pass by itself at once: then it is not worth telling yet. */
    public boolean mayPass(String holder, AwsException error) {
        return error.errorClass() == ErrorClass.THROTTLED || count(holder) < 2;
    }

    /**
     * How a turn ends in which AWS refused a call, or gave no reply. What passes by itself is told only when it does not pass at once.
     *
     * @param learnt whether the turn found out what is to be recorded all the same
     * @param told the status that tells of the problem
     */
    public <T> Turn<T> refused(
            String holder, AwsException error, Problem problem, boolean learnt, Function<Problem, T> told) {
        Duration delay = failed(holder);
        return !problem.stalled() && !learnt && mayPass(holder, error)
                ? Turn.quiet(Optional.of(delay))
                : Turn.told(told.apply(problem), problem).again(problem.stalled() ? stalled() : delay);
    }

    public void succeeded(String holder) {
        failures.remove(holder);
    }

    /** The delay of a resource that is Stalled. */
    public Duration stalled() {
        return jittered(STALLED);
    }

    private Duration jittered(Duration delay) {
        return Duration.ofMillis((long) (delay.toMillis() * (0.8 + 0.4 * random.nextDouble())));
    }
}
