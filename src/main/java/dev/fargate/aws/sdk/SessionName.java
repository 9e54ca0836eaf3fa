package dev.fargate.aws.sdk;

/** The name under which CloudTrail shows what was done for an environment. */
final class SessionName {
    private static final int LONGEST = 64;

    private SessionName() {}

    /** {@code fargate-operator-<environment>} in the letters that STS takes. */
    static String of(String environment) {
        String name = "fargate-operator-" + environment.replaceAll("[^A-Za-z0-9_=,.@-]", "-");
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}
