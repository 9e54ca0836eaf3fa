package dev.fargate.simulator.ecs.stage;

import java.util.SplittableRandom;

/** Ids in AWS's forms: the same in every run, so that a failure can be followed in two logs. */
public final class Ids {
    private static final long SEED = 20141113L;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private int addresses;

    /** The 32 hexadecimal digits of a task's id. */
    public String hex32() {
        return hex(random.nextLong()) + hex(random.nextLong());
    }

    public String uuid() {
        String hex = hex32();
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20));
    }

    /** A deployment's id: {@code ecs-svc/} and 19 digits. */
    public String deployment() {
        return "ecs-svc/" + digits();
    }

    /** The 19 digits that deployments and service revisions are known by. */
    public String digits() {
        return Long.toString(random.nextLong(1_000_000_000_000_000_000L, Long.MAX_VALUE));
    }

    /** A number no other task has: its address and interface follow from it. */
    public int address() {
        return ++addresses;
    }

    private static String hex(long bits) {
        String digits = Long.toHexString(bits);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
