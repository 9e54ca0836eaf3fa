package dev.fargate.environment;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Anchored globs: {@code *} stands for any text, {@code {namespace}} for the namespace of the workload, all else for itself. */
final class Patterns {
    private static final String NAMESPACE = "{namespace}";

    private Patterns() {}

    static boolean anyMatches(List<String> patterns, String namespace, String value) {
        return patterns.stream().anyMatch(pattern -> matches(pattern.replace(NAMESPACE, namespace), value));
    }

    /** Greedy match of the parts between stars, in linear time: a tenant's value never meets a regular expression. */
    private static boolean matches(String glob, String value) {
        List<String> parts = Stream.of(glob.split("\\*", -1)).collect(Collectors.toList());
        String first = parts.getFirst();
        if (parts.size() == 1) {
            return glob.equals(value);
        }
        String last = parts.removeLast();
        if (!value.startsWith(first) || value.length() < first.length() + last.length() || !value.endsWith(last)) {
            return false;
        }
        int from = first.length();
        int end = value.length() - last.length();
        for (String part : parts.subList(1, parts.size())) {
            int found = value.indexOf(part, from);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }
}
