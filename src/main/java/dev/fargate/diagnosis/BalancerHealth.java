package dev.fargate.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a load balancer's health check found, by ECS's words: a task that stopped names the target group, the service's messages say what
 * the check met with (ECS Developer Guide, "Service event messages").
 *
 * @param words of the task
 * @param said of the service
 */
record BalancerHealth(String words, List<String> said, Ways ways) {
    private static final Pattern GROUP = Pattern.compile("target-group \\(?(?:arn:[^\\s)]*:targetgroup/)?([\\w-]+)");
    private static final Pattern REASON = Pattern.compile("reason ([^()]+)\\)");
    private static final Pattern CODES = Pattern.compile("codes: \\[([^\\]]+)]");
    private static final String SLOW = "; raise healthCheckGracePeriodSeconds if the start is slow.";

    String sentence() {
        String group =
                first(GROUP, Stream.of(words)).map("target group "::concat).orElse("the target group");
        Optional<String> reason = first(REASON, all());
        Optional<String> codes = first(CODES, all());
        return "The health check of %s %s%s"
                .formatted(
                        group,
                        codes.map(BalancerHealth::mismatch)
                                .or(() -> reason.map(this::unanswered))
                                .orElseGet(this::unknown),
                        SLOW);
    }

    private static String mismatch(String codes) {
        return "fails: the container answers with code %s. Its path must be one that the container answers with a code of the check's: correct path or codes of the target group, or the container, whose log may say why"
                .formatted(codes);
    }

    private String unanswered(String reason) {
        return reason.contains("timed out")
                ? "gets no answer (%s). %s must let the load balancer in on the container's port, and the container listen on it, on 0.0.0.0 and not only on localhost"
                        .formatted(reason, Ways.upperFirst(ways.groups()))
                : "fails (%s). The container must listen on the check's port, on 0.0.0.0, and speak its protocol; port and path of the target group must be the container's, and %s let the load balancer in"
                        .formatted(reason, ways.groups());
    }

    private String unknown() {
        return "fails. Its port, path and codes must be the container's, and %s must admit the load balancer"
                .formatted(ways.groups());
    }

    private Stream<String> all() {
        return Stream.concat(Stream.of(words), said.stream().filter(message -> message.contains("is unhealthy in")));
    }

    private static Optional<String> first(Pattern pattern, Stream<String> texts) {
        return texts.flatMap(text -> pattern.matcher(text).results())
                .map((MatchResult found) -> found.group(1).strip())
                .findFirst();
    }
}
