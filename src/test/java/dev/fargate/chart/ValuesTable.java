package dev.fargate.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of the chart's README, made from {@code values.yaml}: a comment is the meaning of the value below it. */
final class ValuesTable {
    private static final Pattern KEY = Pattern.compile("( *)([A-Za-z_]+):(?: (.*))?");
    private static final int INDENT = 2;

    /** A value, or a group of values with a meaning of its own. */
    record Row(String path, String value, String meaning) {
        private String text() {
            return "| `%s` | %s | %s |\n".formatted(path, value.isEmpty() ? "" : "`" + value + "`", meaning);
        }
    }

    private ValuesTable() {}

    static String of(String values) {
        return "| value | default | meaning |\n|---|---|---|\n"
                + rows(values).stream().map(Row::text).collect(Collectors.joining());
    }

    static List<Row> rows(String values) {
        List<Row> rows = new ArrayList<>();
        Deque<String> path = new ArrayDeque<>();
        List<String> comment = new ArrayList<>();
        for (String line : values.lines().toList()) {
            Matcher key = KEY.matcher(line);
            if (line.strip().startsWith("# ")) {
                comment.add(line.strip().substring(2));
            } else if (key.matches()) {
                while (path.size() > key.group(1).length() / INDENT) {
                    path.removeLast();
                }
                path.addLast(key.group(2));
                String value = key.group(3) == null ? "" : key.group(3);
                if (!value.isEmpty() || !comment.isEmpty()) {
                    rows.add(new Row(String.join(".", path), value, String.join(" ", comment)));
                }
                comment.clear();
            } else {
                comment.clear();
            }
        }
        return rows;
    }
}
