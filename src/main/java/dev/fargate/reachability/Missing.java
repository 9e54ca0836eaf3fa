package dev.fargate.reachability;

/**
 * Why no endpoint serves, and what to do about that, for those who have no way to the internet either.
 *
 * @param what continues "no NAT and "; empty where no endpoint could serve
 * @param step what to do, a command or a change of the manifest
 * @param endpoint whether that is an endpoint, which would serve at once
 */
record Missing(String what, String step, boolean endpoint) {
    Missing(String what, String step) {
        this(what, step, false);
    }

    /** What only the internet has. */
    static Missing of(Target.Internet target) {
        return new Missing(
                "",
                "give it a NAT gateway, or use an image in ECR of this region (a pull-through cache serves %s too)"
                        .formatted(target.title()));
    }

    String andNot() {
        return what.isEmpty() ? "no NAT" : "no NAT and " + what;
    }
}
