package dev.fargate.turn;

import dev.fargate.api.DriftPolicy;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a live object stays although the spec asks for something else. Paths are {@code network}, {@code tags.stage}, or for a part of
 * a setting {@code network/subnets}.
 *
 * @param reports drift is shown and stays (driftPolicy Report)
 * @param ignored left to others by ignoreFields
 * @param drifted found to be drift
 */
public record Tolerance(boolean reports, Set<String> ignored, Set<String> drifted) {
    public static final Tolerance NONE = new Tolerance(false, Set.of(), Set.of());

    private static final String TAGS = "/tags/";

    public Tolerance {
        ignored = Set.copyOf(ignored);
        drifted = Set.copyOf(drifted);
    }

    /**
     * Before anything is found to be drift.
     *
     * @param policy null is Enforce
     * @param ignoreFields JSON pointers into the spec
     */
    public static Tolerance of(DriftPolicy policy, List<String> ignoreFields) {
        return new Tolerance(
                policy == DriftPolicy.Report,
                ignoreFields.stream().map(Tolerance::path).collect(Collectors.toSet()),
                Set.of());
    }

    /** RFC 6901: {@code ~1} stands for / and {@code ~0} for ~. */
    private static String path(String pointer) {
        return pointer.startsWith(TAGS)
                ? tag(pointer.substring(TAGS.length()).replace("~1", "/").replace("~0", "~"))
                : pointer.substring(1);
    }

    public static String tag(String key) {
        return "tags." + key;
    }

    public Tolerance staying(Set<String> paths) {
        return new Tolerance(reports, ignored, paths);
    }

    public boolean ignores(String path) {
        return ignored.contains(path);
    }

    public boolean stays(String path) {
        return ignored.contains(path) || drifted.contains(path);
    }

    /** The keys of tags that are not to be touched. */
    public Set<String> tagKeys() {
        return Stream.of(ignored, drifted)
                .flatMap(Set::stream)
                .filter(path -> path.startsWith(tag("")))
                .map(path -> path.substring(tag("").length()))
                .collect(Collectors.toSet());
    }

    /** Parts of a setting that is put as a whole. */
    public List<String> ignoredOf(String setting) {
        return ignored.stream()
                .filter(path -> path.startsWith(setting + "/"))
                .map(path -> path.substring(setting.length() + 1))
                .sorted()
                .toList();
    }
}
