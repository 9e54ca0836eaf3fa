package dev.fargate.preflight;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** All checks, the worst first, and what another look may change before what none would. Pure. */
final class Checks {
    private static final List<BiFunction<Subject, Facts, Stream<Finding>>> ALL = List.of(
            ReachabilityCheck::of,
            ImageCheck::of,
            RoleCheck::of,
            SecretCheck::of,
            LogGroupCheck::of,
            TargetGroupCheck::of,
            SubnetCheck::of,
            FileSystemCheck::of);

    private Checks() {}

    static List<Finding> of(Subject subject, Facts facts) {
        return ALL.stream()
                .flatMap(check -> check.apply(subject, facts))
                .sorted(Comparator.comparing(Finding::result)
                        .thenComparing(finding -> !Finding.mayChange(finding.cause())))
                .toList();
    }
}
