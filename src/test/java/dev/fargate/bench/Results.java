package dev.fargate.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table, row by row, and what must hold for it to be printed. */
final class Results {
    private final List<Row> rows = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    /** A figure without a target. The key is stable and names the unit. */
    void add(String key, Number value) {
        rows.add(new Row(key, value.doubleValue(), Optional.empty()));
    }

    /** A figure that should not be higher. */
    void add(String key, Number value, double target) {
        rows.add(new Row(key, value.doubleValue(), Optional.of(target)));
    }

    /** What must be so, or the figures mean nothing. */
    void holds(boolean condition, String otherwise) {
        if (!condition) {
            broken.add(otherwise);
        }
    }

    List<String> broken() {
        return List.copyOf(broken);
    }

    String table(String title) {
        StringBuilder table = new StringBuilder(title).append('\n');
        table.append("%-58s %12s %10s%n".formatted("", "measured", "at most"));
        rows.forEach(row -> table.append("%-58s %12s %10s %s%n"
                .formatted(
                        row.key.replace('_', ' '),
                        number(row.value),
                        row.target.map(Results::number).orElse(""),
                        row.missed() ? "MISSED" : "")));
        return table.toString();
    }

    ObjectNode json(ObjectNode setup) {
        ObjectNode json = Json.object();
        json.set("setup", setup);
        ObjectNode measured = json.putObject("measured");
        ObjectNode targets = json.putObject("at_most");
        rows.forEach(row -> {
            measured.put(row.key, row.value);
            row.target.ifPresent(target -> targets.put(row.key, target));
        });
        return json;
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%,.2f", value);
    }

    private record Row(String key, double value, Optional<Double> target) {
        boolean missed() {
            return target.filter(most -> value > most).isPresent();
        }
    }
}
