package dev.fargate.preflight;

import dev.fargate.api.PreflightReport;
import dev.fargate.api.PreflightReport.Problem;
import dev.fargate.api.ProblemReport;
import dev.fargate.diagnosis.Cause;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Notice;
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
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Verdicts as a status tells them. Pure. */
public final class Reports {
    /** Type of the condition. */
    public static final String CONDITION = "PreflightPassed";

    /** A status has 16 KiB for all that it tells: the first problem in full, two more in brief. */
    private static final int MOST = 3;

    /** What a look at the surroundings may explain. */
    private static final Set<String> OF_SURROUNDINGS = Set.of(
            "NetworkUnreachable",
            "SecretUnreachable",
            "LogUnreachable",
            "SecretMissing",
            "ImageNotFound",
            "LoadBalancerHealth");

    private static final int FULL = 400;
    private static final int BRIEF = 100;
    private static final int WAYS = 2;
    private static final int WAY = 100;
    private static final int BESIDE = 100;

    private Reports() {}

    /** As a status has room for it. */
    static PreflightReport of(Verdict verdict) {
        return report(verdict, MOST, i -> i == 0 ? FULL : BRIEF, WAYS, WAY);
    }

    /** All of it, for a person who asks. */
    static PreflightReport inFull(Verdict verdict) {
        return report(verdict, Integer.MAX_VALUE, i -> Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    private static PreflightReport report(Verdict verdict, int most, IntUnaryOperator length, int ways, int way) {
        List<Finding> open = verdict.findings().stream()
                .filter(finding -> finding.result() != Result.Passed)
                .limit(most)
                .toList();
        return new PreflightReport(
                verdict.hash(),
                verdict.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                IntStream.range(0, open.size())
                        .mapToObj(i -> problem(open.get(i), length.applyAsInt(i)))
                        .toList(),
                Stream.concat(ways(verdict.findings(), way).limit(ways), checks(verdict.findings()))
                        .toList());
    }

    private static Problem problem(Finding finding, int length) {
        return new Problem(
                finding.check().name(),
                finding.result() == Result.Failed,
                finding.cause(),
                Shortened.to(finding.message(), length));
    }

    private static Stream<String> ways(List<Finding> findings, int length) {
        return findings.stream()
                .filter(finding -> finding.check() == Check.Reachability && finding.result() == Result.Passed)
                .map(finding -> Shortened.to("Reachability: " + finding.message(), length));
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
    private static List<Condition> condition(Conditions conditions, Optional<PreflightReport> report, boolean brief) {
        report.ifPresent(known -> known.problems().stream()
                .findFirst()
                .ifPresentOrElse(
                        first -> conditions.add(
                                CONDITION,
                                first.isFailure() ? "False" : "Unknown",
                                first.cause(),
                                Shortened.to(first.message(), brief ? BESIDE : FULL)),
                        () -> conditions.add(
                                CONDITION, "True", "Passed", "Tasks can start, as far as it is known beforehand.")));
        return conditions.toList();
    }

    /**
     * Before the other conditions: the last one is what a person looks at.
     *
     * @param problem what the status says is wrong: beside something else than what the checks found, they are told in brief
     */
    public static List<Condition> beside(
            List<Condition> others,
            Conditions conditions,
            Optional<PreflightReport> report,
            Optional<ProblemReport> problem) {
        return Stream.concat(
                        condition(
                                conditions,
                                report,
                                problem.filter(worse -> isAnother(worse, report))
                                        .isPresent())
                                .stream(),
                        others.stream().filter(condition -> !isOurs(condition)))
                .toList();
    }

    /** The conditions after, with what was told of preflight before. */
    public static List<Condition> untold(List<Condition> before, List<Condition> after) {
        return Stream.concat(
                        before.stream().filter(Reports::isOurs), after.stream().filter(condition -> !isOurs(condition)))
                .toList();
    }

    private static boolean isAnother(ProblemReport problem, Optional<PreflightReport> report) {
        return report.flatMap(Reports::failure)
                .filter(failure -> failure.message().equals(problem.message()))
                .isEmpty();
    }

    private static boolean isOurs(Condition condition) {
        return CONDITION.equals(condition.getType());
    }

    /** Nothing is surely wrong, which is told with the next thing that matters. */
    public static boolean isQuiet(PreflightReport report) {
        return report == null || failure(report).isEmpty();
    }

    /** What will keep tasks from starting, once. */
    public static Optional<Notice> news(PreflightReport before, Optional<PreflightReport> now) {
        Optional<String> told =
                Optional.ofNullable(before).flatMap(Reports::failure).map(Problem::message);
        return now.flatMap(Reports::failure)
                .filter(failure -> told.filter(failure.message()::equals).isEmpty())
                .map(failure -> Notice.warning(failure.cause(), "Preflight: " + failure.message()));
    }

    /** Whether another look may explain why tasks stop. */
    public static boolean explains(String cause) {
        return OF_SURROUNDINGS.contains(cause);
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
