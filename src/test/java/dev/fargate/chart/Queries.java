package dev.fargate.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the dashboard and the alerts ask Prometheus. */
final class Queries {
    private static final Pattern METRIC =
            Pattern.compile("\\b((?:fargate|reconciliations|jvm|process|events|custom)_[a-z_]+)\\b");

    private static final Pattern COMPARISON = Pattern.compile(" (?:>|==) [0-9.]+");
    private static final String AFTER_A_DEFECT = "reconciliations_failure_total";

    private Queries() {}

    static List<String> all() {
        JsonNode dashboard =
                Chart.documents(Chart.text(Chart.file("files/dashboard.json"))).getFirst();
        JsonNode alerts =
                Chart.documents(Chart.text(Chart.file("files/alerts.yaml"))).getFirst();
        return Stream.concat(dashboard.findValuesAsText("expr").stream(), alerts.findValuesAsText("expr").stream())
                .toList();
    }

    /**
     * Those that have an answer while all is well: of an alert what it compares, without the one that counts defects.
     */
    static List<String> answered() {
        return all().stream()
                .filter(query -> !query.contains(AFTER_A_DEFECT))
                .map(query -> COMPARISON.matcher(query).replaceAll(""))
                .toList();
    }

    /** The metrics in them, but for the one that is there only after a defect. */
    static Set<String> metrics() {
        return all().stream()
                .flatMap(query -> METRIC.matcher(query).results())
                .map(metric -> metric.group(1))
                .filter(metric -> !metric.equals(AFTER_A_DEFECT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
