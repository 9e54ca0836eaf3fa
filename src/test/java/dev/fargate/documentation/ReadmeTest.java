package dev.fargate.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final String README = ProductCode.text(Path.of("README.md"));

    /** Reasons are CamelCase words; these words of the same shape are none: they are types, statuses and operators of selectors. */
    private static final Set<String> NO_REASONS = Set.of(
            "ClusterNotFoundException",
            "DoesNotExist",
            "Exists",
            "False",
            "FargateEndpoints",
            "FargateEnvironment",
            "FargateLoadBalancer",
            "FargateProfile",
            "FargateSchedule",
            "FargateService",
            "FargateTask",
            "FargateTaskDefinition",
            // What EKS calls the troubles of a profile.
            "ClusterUnreachable",
            "InternalFailure",
            "PodExecutionRoleAlreadyInUse",
            "ResourceLimitExceededException",
            "NotOffered",
            // What ELB calls a group that it does not know.
            "InvalidSecurityGroup",
            "SelectorsShared",
            "In",
            "Managed",
            "NotIn",
            "Reconciling",
            "Scaled",
            "Stalled",
            "Complete",
            "Failed",
            "True",
            "Unknown",
            // Words of the policy and the attributes of a queue, and of an event.
            "Action",
            "Allow",
            "ArnEquals",
            "Condition",
            "Effect",
            "EventFeed",
            "EventsOfTheRule",
            "MessageRetentionPeriod",
            "Policy",
            "PreflightPassed",
            "Principal",
            "ReceiveMessageWaitTimeSeconds",
            "Resource",
            "Service",
            "ServiceSchedulerInitiated",
            "Sid",
            "SqsManagedSseEnabled",
            "Statement",
            "Version",
            "VisibilityTimeout");

    private static final Pattern WORD = Pattern.compile("\"([A-Z][a-z]+(?:[A-Z][a-z]+)*)\"");
    private static final Pattern METER = Pattern.compile(
            "(?:Counter\\.builder|Timer\\.builder|Gauge\\.builder|DistributionSummary\\.builder|CALLS = |meters\\.timer)"
                    + "\\(?\\s*\"(fargate\\.[a-z.]+)\"");
    private static final Pattern METRIC_IN_README = Pattern.compile("`(fargate_[a-z_]+)");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)[^)]*\\)");
    private static final Pattern OPTION = Pattern.compile("names = \"(--[a-z-]+)\"");

    @Test
    void every_reason_that_the_code_sets_is_explained() {
        Set<String> reasons = ProductCode.all(
                WORD,
                "endpoints",
                "engine",
                "environment",
                "feed",
                "loadbalancer",
                "preflight",
                "profile",
                "schedule",
                "service",
                "task",
                "taskdefinition",
                "turn");
        reasons.removeAll(NO_REASONS);

        assertThat(reasons).contains("RolloutFailed", "NotOurs", "RevisionRegistered");
        assertThat(reasons)
                .allSatisfy(reason ->
                        assertThat(README).as("row of reason %s", reason).containsPattern("\n\\| `" + reason + "`"));
    }

    @Test
    void every_metric_of_ours_is_listed_and_no_other() {
        Set<String> meters = ProductCode.all(METER, "aws", "feed", "runtime").stream()
                .map(name -> name.replace('.', '_'))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = METRIC_IN_README
                .matcher(README)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        // Prometheus appends the unit or the kind of meter.
        assertThat(meters).isNotEmpty().allSatisfy(meter -> assertThat(listed).anyMatch(name -> isOf(meter, name)));
        assertThat(listed).allSatisfy(name -> assertThat(meters).anyMatch(meter -> isOf(meter, name)));
    }

    @Test
    void links_lead_somewhere() {
        assertThat(LINK.matcher(README).results().map(result -> Path.of(result.group(1))))
                .isNotEmpty()
                .allSatisfy(
                        path -> assertThat(Files.exists(path)).as("%s", path).isTrue());
    }

    @Test
    void every_setting_is_listed_with_its_environment_variable() {
        assertThat(ProductCode.all(OPTION, "cli"))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(README).as("row of %s", option).contains("`" + option + "`"));
    }

    @Test
    void kinds_are_the_ones_that_exist() {
        Set<String> shortNames = Stream.of("fenv", "fep", "flb", "fp", "fsch", "fsvc", "ft", "ftd")
                .collect(Collectors.toSet());

        assertThat(ProductCode.all(Pattern.compile("@ShortNames\\(\"([a-z]+)\"\\)"), "api"))
                .isEqualTo(shortNames);
        assertThat(shortNames).allSatisfy(name -> assertThat(README).contains("`" + name.toLowerCase(Locale.ROOT)));
    }

    private static boolean isOf(String meter, String metric) {
        return metric.equals(meter)
                || Set.of(
                                "_total",
                                "_seconds",
                                "_seconds_count",
                                "_seconds_max",
                                "_seconds_sum",
                                "_count",
                                "_max",
                                "_sum")
                        .contains(metric.startsWith(meter) ? metric.substring(meter.length()) : "");
    }
}
