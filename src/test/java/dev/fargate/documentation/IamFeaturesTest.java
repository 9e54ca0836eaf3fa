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
import org.junit.jupiter.api.Test;

/** The policies by feature are the whole policy, taken apart. */
class IamFeaturesTest {
    private static final Path DIRECTORY = Path.of("operator", "iam");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All that is not named here is for services. */
    private static final Map<String, String> FEATURES = Map.ofEntries(
            entry("LookAtTasks", "stopped-tasks"),
            entry("LookAtWhatTasksNeed", "preflight"),
            entry("LookAtWhatTasksName", "preflight"),
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
            entry("NamesOfEndpoints", "endpoints"));

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
                        "log-groups",
                        "preflight",
                        "profiles",
                        "runs",
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
