package dev.fargate.cli;

import dev.fargate.api.Cost;
import dev.fargate.api.Drift;
import dev.fargate.api.PlannedChange;
import dev.fargate.api.PreflightReport;
import dev.fargate.preview.Preview;
import dev.fargate.preview.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Previews and standings in lines for people. */
final class Findings {
    private static final String INDENT = "  ";

    private Findings() {}

    static String text(Preview preview) {
        List<String> lines = new ArrayList<>();
        lines.add("%s %s: %s"
                .formatted(
                        preview.kind(),
                        preview.name(),
                        preview.problem() != null
                                ? preview.problem().reason()
                                : preview.changes() ? "would change" : "nothing to change"));
        if (preview.problem() != null) {
            lines.add(INDENT + preview.problem().message());
        }
        preview.plan().forEach(change -> addTo(lines, change));
        addTo(lines, preview.preflight(), preview.passed());
        addTo(lines, preview.cost());
        return String.join(System.lineSeparator(), lines);
    }

    static String text(Standing standing) {
        List<String> lines = new ArrayList<>();
        boolean ill = standing.problem() != null;
        lines.add("%s %s: %s"
                .formatted(
                        standing.kind(),
                        standing.name(),
                        ill
                                ? standing.problem().cause()
                                        + since(standing.problem().since())
                                : "%s, Ready %s"
                                        .formatted(
                                                standing.ready().reason(),
                                                standing.ready().status())));
        lines.add(
                INDENT + (ill ? standing.problem().message() : standing.ready().message()));
        standing.tasks()
                .forEach(task -> lines.add(INDENT
                        + "%s %s, last at %s: %s"
                                .formatted(
                                        task.cause(),
                                        task.count() == 1 ? "once" : task.count() + " times",
                                        task.at(),
                                        task.meaning())));
        addTo(lines, standing.preflight(), standing.passed());
        standing.drift().forEach(field -> lines.add(INDENT + "drift: " + text(field)));
        standing.plan().forEach(change -> addTo(lines, change));
        addTo(lines, standing.cost());
        if (standing.rightSize() != null) {
            lines.add(INDENT + "size: " + standing.rightSize().message());
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** Without the full stop of a sentence: it goes on in a list. */
    private static String unended(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String since(String time) {
        return time == null ? "" : " since " + time;
    }

    private static void addTo(List<String> lines, List<PreflightReport.Problem> problems, List<String> passed) {
        problems.forEach(problem -> lines.add(INDENT
                + "%s (%s): %s"
                        .formatted(
                                problem.isFailure() ? "tasks would not start" : "not known",
                                problem.cause(),
                                problem.message())));
        if (!passed.isEmpty()) {
            lines.add(INDENT + "in order: "
                    + passed.stream().map(Findings::unended).collect(Collectors.joining(", ")));
        }
    }

    private static void addTo(List<String> lines, PlannedChange change) {
        lines.add(INDENT
                + switch (change.action()) {
                    case CREATE -> "+ ";
                    case UPDATE -> "~ ";
                    case REPLACE -> "± ";
                    case DELETE -> "- ";
                    case WAIT -> "… ";
                }
                + change.object());
        change.fields().forEach(field -> lines.add(INDENT + INDENT + INDENT + text(field)));
    }

    private static String text(Drift field) {
        if (field.desired() == null) {
            return field.path();
        }
        return field.desired().equals(field.live())
                ? field.path() + ": changed"
                : "%s: %s -> %s".formatted(field.path(), field.live(), field.desired());
    }

    private static void addTo(List<String> lines, Cost cost) {
        if (cost != null) {
            lines.add(INDENT
                    + "cost: %s %s an hour, %s %s a month, estimated at list prices of %s"
                            .formatted(cost.hourly(), cost.currency(), cost.monthly(), cost.currency(), cost.prices()));
        }
    }
}
