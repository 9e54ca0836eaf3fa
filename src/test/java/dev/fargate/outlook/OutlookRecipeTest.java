package dev.fargate.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.api.Reachability;
import dev.fargate.api.Reachability.ServiceReach;
import dev.fargate.engine.Recipe;
import dev.fargate.engine.Turn;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** When an environment looks at what its tasks reach, and what it tells of it. */
class OutlookRecipeTest {
    private static final String MANIFEST = """
            apiVersion: fargate.dev/v1alpha1
            kind: FargateEnvironment
            metadata: {name: production, uid: uid-1}
            spec:
              region: eu-west-1
              network: {subnets: [subnet-a], securityGroups: [sg-1]}
            status:
              accountId: "123456789012"
              vpcId: vpc-1
              subnets: [{id: subnet-a}]
              securityGroups: [sg-1]
              conditions: [{type: Ready, status: "True"}]
            """;

    private final FargateEnvironment environment = Serialization.unmarshal(MANIFEST, FargateEnvironment.class);
    private final List<String> looks = new ArrayList<>();
    private boolean reached = true;
    private boolean lacking;
    private String endpoints = "";
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final OutlookRecipe recipe = new OutlookRecipe(
            new AsItIs(),
            (scope, accountId, network) -> {
                looks.add(scope.region() + " " + network.subnets() + " " + network.securityGroups());
                return new OutlookRecipe.Seen(List.of(new ServiceReach("S3", reached, "said so")), lacking);
            },
            vpc -> endpoints,
            () -> now);

    @Test
    void what_all_tasks_reach_is_looked_at_every_ten_minutes() {
        assertThat(turn().services()).containsExactly(new ServiceReach("S3", true, "said so"));
        after(Duration.ofMinutes(9));
        assertThat(looks).containsExactly("eu-west-1 [subnet-a] [sg-1]");
        after(Duration.ofMinutes(1));
        assertThat(looks).hasSize(2);
    }

    @Test
    void a_look_that_comes_to_the_same_changes_no_status() {
        Reachability first = turn();

        assertThat(after(Duration.ofMinutes(10))).isEqualTo(first);
        after(Duration.ofMinutes(1));
        assertThat(looks).hasSize(2);
    }

    @Test
    void what_is_missing_is_looked_at_sooner_and_comes_with_what_mends_it() {
        reached = false;
        lacking = true;

        assertThat(turn().remedy()).contains("kind: FargateEndpoints", "environment: production", "preset: Private");
        after(Duration.ofMinutes(5));
        assertThat(looks).hasSize(2);
    }

    @Test
    void what_endpoints_would_not_mend_comes_without_them() {
        reached = false;

        assertThat(turn().services()).containsExactly(new ServiceReach("S3", false, "said so"));
        assertThat(turn().remedy()).isNull();
    }

    @Test
    void endpoints_that_change_are_a_reason_to_look_and_need_no_second_remedy() {
        reached = false;
        lacking = true;
        turn();
        endpoints = "production [vpce-1 pending]";

        assertThat(turn().remedy()).isNull();
        assertThat(looks).hasSize(2);
    }

    @Test
    void tasks_without_groups_are_let_in_by_their_addresses() {
        reached = false;
        lacking = true;
        environment.setStatus(Serialization.unmarshal(
                        MANIFEST.replace("securityGroups: [sg-1]\n  conditions", "conditions"),
                        FargateEnvironment.class)
                .getStatus());

        assertThat(turn().remedy()).contains("allowedSources: [10.0.0.0/8,");
    }

    @Test
    void an_environment_that_is_not_ready_is_left_alone() {
        environment.setStatus(
                Serialization.unmarshal(MANIFEST.replace("\"True\"", "\"False\""), FargateEnvironment.class)
                        .getStatus());

        assertThat(recipe.turn(environment, status -> {}).status().orElseThrow().reachability())
                .isNull();
        assertThat(looks).isEmpty();
    }

    private Reachability after(Duration time) {
        now = now.plus(time);
        return turn();
    }

    private Reachability turn() {
        FargateEnvironmentStatus status =
                recipe.turn(environment, journal -> {}).status().orElseThrow();
        environment.setStatus(status);
        return status.reachability();
    }

    /** Reports what is on record. */
    private static final class AsItIs implements Recipe<FargateEnvironment, FargateEnvironmentStatus> {
        @Override
        public Turn<FargateEnvironmentStatus> turn(
                FargateEnvironment resource, Consumer<FargateEnvironmentStatus> journal) {
            return Turn.report(resource.getStatus(), List.of());
        }

        @Override
        public Turn<FargateEnvironmentStatus> deletion(
                FargateEnvironment resource, Consumer<FargateEnvironmentStatus> journal) {
            return Turn.finished(List.of());
        }
    }
}
