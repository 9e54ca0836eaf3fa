package dev.fargate.turn;

import dev.fargate.api.Drift;
import dev.fargate.aws.Owner;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Notice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * With driftPolicy Report: tells what somebody else changed from what the spec has new. A difference is drift if the settings that are
 * asked for are those that were put last, or if it was shown as drift already and the spec asks the same of that field as it did then; all
 * else is an edit. Pure.
 *
 * @param settled what is asked for is what was put last
 * @param shown what the status tells, by path
 */
public record KnownDrift(boolean settled, Map<String, Drift> shown) {
    private static final String CUT = "…";

    public KnownDrift {
        shown = Map.copyOf(shown);
    }

    /**
     * What a status tells.
     *
     * @param settings hash of what is asked for
     * @param applied hash of what was put last; null before anything was put under this policy, when what is shown are edits that AWS
     *     refused
     */
    public static KnownDrift of(String settings, String applied, List<Drift> drift) {
        return new KnownDrift(
                settings.equals(applied),
                applied == null
                        ? Map.of()
                        : drift.stream()
                                .collect(Collectors.toMap(Drift::path, Function.identity(), (one, two) -> one)));
    }

    public boolean isDrift(Difference difference) {
        return settled || isAsShown(difference, shown.get(difference.path()));
    }

    /** A value that was cut says too little: then the spec wins. */
    private static boolean isAsShown(Difference difference, Drift shown) {
        return shown != null
                && difference.desired().equals(shown.desired())
                && !shown.desired().endsWith(CUT);
    }

    /** Tags that are not as they are asked for; the owner's are never left to anybody. */
    public static Stream<Difference> ofTags(Map<String, String> live, TagChange change) {
        return change.put().entrySet().stream()
                .filter(tag -> !Owner.isOurs(tag.getKey()))
                .map(tag -> new Difference(
                        Tolerance.tag(tag.getKey()),
                        tag.getValue(),
                        Optional.ofNullable(live.get(tag.getKey())).orElse("absent")));
    }

    /**
     * Told when something drifts that did not before.
     *
     * @param object what drifts, such as {@code service}
     * @param before what the status tells
     */
    public static Optional<Notice> news(String object, List<Difference> differences, List<Drift> before) {
        List<Drift> now = PlannedChanges.drift(differences);
        return now.isEmpty() || before.equals(now)
                ? Optional.empty()
                : Optional.of(Notice.warning(
                        "Drifted",
                        "Somebody else changed the %s in AWS, which driftPolicy Report leaves so: %s. To put it back, set driftPolicy Enforce."
                                .formatted(
                                        object,
                                        differences.stream()
                                                .map(difference -> "%s is %s instead of %s"
                                                        .formatted(
                                                                difference.path(),
                                                                difference.live(),
                                                                difference.desired()))
                                                .collect(Collectors.joining("; ")))));
    }
}
