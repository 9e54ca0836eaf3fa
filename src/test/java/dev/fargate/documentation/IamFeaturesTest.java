package dev.fargate.documentation;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The policies by feature are the whole policy, taken apart. */
class IamFeaturesTest {
    private static final Path DIRECTORY = Path.of("operator", "iam");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern GUIDE = Pattern.compile("for feature in ([a-z -]+); do");

    /** All that is not named here is for services. */
    private static final Map<String, String> FEATURES = Map.ofEntries(
            entry("LookAtTasks", "stopped-tasks"),
            entry("LookAtWhatTasksNeed", "preflight"),
            entry("LookAtWhatTasksName", "preflight"),
            entry("LookAtWhatTasksUse", "right-size"),
            entry("RunOnlyWithOwnerTag", "runs"),
            entry("StopOnlyWhatCarriesOwnerTag", "runs"),
            entry("LogGroups", "log-groups"),
            entry("TakeOverWhatNobodyOwns", "adoption"),
            entry("RulesOfEventFeeds", "event-feed"),
            entry("QueuesOfEventFeeds", "event-feed"),
            entry("GroupsOfSchedules", "schedules"),
            entry("SchedulesInOwnGroups", "schedules"),
            entry("ListingSchedulesCannotBeScoped", "schedules"),
            entry("PassRolesOfSchedules", "schedules"),
            entry("KeysOfSchedules", "schedules"),
            entry("LookAtKeysOfSchedules", "schedules"),
            entry("LookAtRolesForSchedules", "schedule-roles"),
            entry("CreateRolesForSchedulesOnlyWithinBounds", "schedule-roles"),
            entry("TagRolesForSchedulesWhileCreating", "schedule-roles"),
            entry("ChangeRolesForSchedulesOnlyWithinBounds", "schedule-roles"),
            entry("DeleteRolesForSchedulesOnlyWithOwnerTag", "schedule-roles"),
            entry("FirstServiceOfAnAccount", "first-service"),
            entry("LookAtRolesOfPods", "profile-roles"),
            entry("CreateRolesOfPodsOnlyWithOwnerTag", "profile-roles"),
            entry("NoPolicyForPodsButTheOneOfAws", "profile-roles"),
            entry("ChangeRolesOfPodsOnlyWithOwnerTag", "profile-roles"),
            entry("LookAtScaling", "scaling"),
            entry("ScaleEcsServices", "scaling"),
            entry("LookAtAlarms", "scaling"),
            entry("AlarmsOfStepScaling", "scaling"),
            entry("FirstScaledServiceOfAnAccount", "scaling"),
            entry("LookAtProfiles", "profiles"),
            entry("LookAtRoutes", "profiles"),
            entry("CreateProfilesOnlyWithOwnerTag", "profiles"),
            entry("ChangeProfilesOnlyWithOwnerTag", "profiles"),
            entry("RolesOfPodsOnFargate", "profiles"),
            entry("FirstProfileOfAnAccount", "profiles"),
            entry("LookAtEndpoints", "endpoints"),
            entry("CreateEndpointsOnlyWithOwnerTag", "endpoints"),
            entry("WhereEndpointsStand", "endpoints"),
            entry("TagEndpointsWhileCreating", "endpoints"),
            entry("ChangeEndpointsOnlyWithOwnerTag", "endpoints"),
            entry("NamesOfEndpoints", "endpoints"),
            entry("CreateGroupsOfEndpointsOnlyWithOwnerTag", "endpoints"),
            entry("WhereGroupsOfEndpointsAre", "endpoints"),
            entry("TagGroupsOfEndpointsWhileCreating", "endpoints"),
            entry("ChangeGroupsOfEndpointsOnlyWithOwnerTag", "endpoints"),
            entry("LookAtLoadBalancers", "load-balancers"),
            entry("CreateLoadBalancersOnlyWithOwnerTag", "load-balancers"),
            entry("CreateListenersOfOwnLoadBalancers", "load-balancers"),
            entry("TagLoadBalancersWhileCreating", "load-balancers"),
            entry("ChangeLoadBalancersOnlyWithOwnerTag", "load-balancers"),
            entry("LookAtRoutesOfServices", "routing"),
            entry("CreateRoutesOnlyWithOwnerTag", "routing"),
            entry("TagRoutesWhileCreating", "routing"),
            entry("ChangeRoutesOnlyWithOwnerTag", "routing"),
            entry("TakeOverLoadBalancersThatNobodyOwns", "adoption"),
            entry("CreateSecurityGroupsOnlyWithOwnerTag", "load-balancers"),
            entry("WhereSecurityGroupsStand", "load-balancers"),
            entry("TagSecurityGroupsWhileCreating", "load-balancers"),
            entry("ChangeSecurityGroupsOnlyWithOwnerTag", "load-balancers"),
            entry("FirstLoadBalancerOfAnAccount", "load-balancers"));

    /** By IAM's quotas, in characters that are not white. */
    @Test
    void each_feature_fits_into_a_managed_policy_and_those_of_the_guide_into_a_role() {
        assertThat(FEATURES.values())
                .allSatisfy(feature -> assertThat(filledIn(feature)).hasSizeLessThan(6_144));
        String together = GUIDE.matcher(ProductCode.text(Path.of("README.md")))
                .results()
                .flatMap(guide -> Stream.of(guide.group(1).split(" ")))
                .map(IamFeaturesTest::filledIn)
                .collect(Collectors.joining());
        assertThat(together).contains("\"CreateOnlyWithOwnerTag\"").hasSizeLessThan(10_240);
    }

    /** As long as it gets: a long region, and a partition with a long name. */
    private static String filledIn(String feature) {
        return ProductCode.text(DIRECTORY.resolve(feature + ".json"))
                .replace("arn:aws:", "arn:aws-us-gov:")
                .replace("ACCOUNT", "123456789012")
                .replace("REGION", "ap-southeast-1")
                .replace("CLUSTER_ID", "0b6a9dd2-62f4-4b0d-9e3c-2f6a3b1c4d5e")
                .replaceAll("\\s", "");
    }

    /** Terraform, which would tell, is not everywhere. */
    @Test
    void the_terraform_module_knows_each_feature() {
        String variables = ProductCode.text(DIRECTORY.resolve("terraform/variables.tf"));

        assertThat(FEATURES.values())
                .allSatisfy(feature -> assertThat(variables).contains("\"%s\"".formatted(feature)));
    }

    @Test
    void each_statement_is_in_the_file_of_its_feature() throws IOException {
        Map<String, ObjectNode> policies = new TreeMap<>();
        for (JsonNode statement : JSON.readTree(ProductCode.text(Path.of("operator/iam-policy.json")))
                .path("Statement")) {
            String feature = FEATURES.getOrDefault(statement.path("Sid").asText(), "services");
            policies.computeIfAbsent(feature, _ -> JSON.createObjectNode().put("Version", "2012-10-17"))
                    .withArray("Statement")
                    .add(statement);
        }

        for (Map.Entry<String, ObjectNode> policy : policies.entrySet()) {
            Path file = DIRECTORY.resolve(policy.getKey() + ".json");
            String text = written(policy.getValue());
            if (Boolean.getBoolean("regenerate")) {
                Files.writeString(file, text);
            }
            assertThat(file)
                    .as(
                            "differs from operator/iam-policy.json: ./mvnw -q test -Dtest=IamFeaturesTest -Dregenerate=true")
                    .hasContent(text);
        }
        assertThat(policies.keySet())
                .isEqualTo(new TreeSet<>(List.of(
                        "adoption",
                        "endpoints",
                        "event-feed",
                        "first-service",
                        "load-balancers",
                        "log-groups",
                        "preflight",
                        "profile-roles",
                        "profiles",
                        "right-size",
                        "routing",
                        "runs",
                        "scaling",
                        "schedule-roles",
                        "schedules",
                        "services",
                        "stopped-tasks")));
    }

    private static String written(JsonNode policy) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        return JSON.writer(printer).writeValueAsString(policy) + "\n";
    }
}
