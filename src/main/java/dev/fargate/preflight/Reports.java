package dev.fargate.preflight;

import dev.fargate.api.PreflightReport;
import dev.fargate.api.PreflightReport.Problem;
import dev.fargate.diagnosis.Cause;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Shortened;
import dev.fargate.preflight.Finding.Check;
import dev.fargate.preflight.Finding.Result;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Verdicts as a status tells them. Pure. */
public final class Reports {
    /** Type of the condition. */
    public static final String CONDITION = "PreflightPassed";

    /** A status has 16 KiB for all that it tells: the first problem in full, two more in brief. */
    private static final int MOST = 3;

    private static final int FULL = 450;
    private static final int BRIEF = 100;
    private static final int WAYS = 2;
    private static final int WAY = 100;
    private static final int BESIDE_STALLED = 120;

    private Reports() {}

    static PreflightReport of(Verdict verdict) {
        List<Finding> open = verdict.findings().stream()
                .filter(finding -> finding.result() != Result.Passed)
                .limit(MOST)
                .toList();
        return new PreflightReport(
                verdict.hash(),
                verdict.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                IntStream.range(0, open.size())
                        .mapToObj(i -> problem(open.get(i), i == 0 ? FULL : BRIEF))
                        .toList(),
                Stream.concat(ways(verdict.findings()), checks(verdict.findings()))
                        .toList());
    }

    private static Problem problem(Finding finding, int length) {
        return new Problem(
                finding.check().name(),
                finding.result() == Result.Failed,
                finding.cause(),
                Shortened.to(finding.message(), length));
    }

    private static Stream<String> ways(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.check() == Check.Reachability && finding.result() == Result.Passed)
                .map(finding -> Shortened.to("Reachability: " + finding.message(), WAY))
                .limit(WAYS);
    }

    /** Those of which nothing is left open, by name. */
    private static Stream<String> checks(List<Finding> findings) {
        Set<Check> open = findings.stream()
                .filter(finding -> finding.result() != Result.Passed)
                .map(Finding::check)
                .collect(Collectors.toSet());
        return findings.stream()
                .map(Finding::check)
                .filter(check -> check != Check.Reachability && !open.contains(check))
                .map(Check::name)
                .distinct();
    }

    static Instant at(PreflightReport report) {
        return Instant.parse(report.checkedAt());
    }

    /** Whether another look may come to something else: not where no look would tell. */
    static boolean mayChange(PreflightReport report) {
        return report.problems().stream().anyMatch(problem -> !Finding.NOT_LOOKED_AT.equals(problem.cause()));
    }

    /** The first thing that is surely wrong. */
    public static Optional<Problem> failure(PreflightReport report) {
        return report.problems().stream().filter(Problem::isFailure).findFirst();
    }

    /**
     * The condition that says the same; none while nothing is known.
     *
     * @param brief beside something worse
     */
    public static List<Condition> condition(Conditions conditions, Optional<PreflightReport> report, boolean brief) {
        report.ifPresent(known -> known.problems().stream()
                .findFirst()
                .ifPresentOrElse(
                        first -> conditions.add(
                                CONDITION,
                                first.isFailure() ? "False" : "Unknown",
                                first.cause(),
                                Shortened.to(first.message(), brief ? BESIDE_STALLED : FULL)),
                        () -> conditions.add(
                                CONDITION, "True", "Passed", "Tasks can start, as far as it is known beforehand.")));
        return conditions.toList();
    }

    /** What a diagnosis may say of tasks that fail, by cause. */
    public static Map<Cause, String> known(Optional<PreflightReport> report) {
        Map<Cause, String> known = new EnumMap<>(Cause.class);
        report.stream()
                .flatMap(checked -> checked.problems().stream())
                .filter(Problem::isFailure)
                .forEach(problem -> Arrays.stream(Cause.values())
                        .filter(cause -> cause.name().equals(problem.cause()))
                        .forEach(cause -> known.putIfAbsent(cause, problem.message())));
        return known;
    }
}
