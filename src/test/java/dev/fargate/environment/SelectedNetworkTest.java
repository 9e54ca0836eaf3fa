package dev.fargate.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.aws.Subnets;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.environment.MemoryAccount.ClusterText;
import dev.fargate.turn.Doubts;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A network that is chosen by tags, as one look after another sees it, and what workloads get of it. */
class SelectedNetworkTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private MemoryAccount account;
    private final EnvironmentRecipe recipe = new EnvironmentRecipe(
            scope -> account.aws(),
            new EnvironmentApplier(scope -> account.aws(), new Writes(new AtOnce())),
            environment -> List.of(),
            new Tries(() -> Long.MIN_VALUE),
            new EnvironmentRecipe.Settings(
                    "cluster-1",
                    Duration.ofMinutes(1),
                    clusterArn -> Optional.of(Duration.ofMinutes(1)),
                    environment -> Optional.empty(),
                    () -> now));
    private final FargateEnvironment environment = Serialization.unmarshal("""
            apiVersion: fargate.dev/v1alpha1
            kind: FargateEnvironment
            metadata: {name: production, uid: e-1, generation: 1}
            spec:
              region: eu-west-1
              network:
                subnetSelector:
                  matchTags: {tier: private}
              access:
                namespaceSelector: {}
            """, FargateEnvironment.class);

    @Test
    void a_subnet_that_gets_the_tags_joins_with_the_next_slow_look() {
        tagged("subnet-a");
        turn();
        String before = environment.getStatus().resolvedHash();

        tagged("subnet-a", "subnet-b");
        pass(Duration.ofMinutes(9));
        turn();
        assertThat(usable()).containsExactly("subnet-a");

        pass(Duration.ofMinutes(1));
        turn();
        assertThat(usable()).containsExactly("subnet-a", "subnet-b");
        assertThat(environment.getStatus().resolvedHash())
                .as("wakes the workloads")
                .isNotEqualTo(before);
    }

    @Test
    void a_person_who_asks_need_not_wait() {
        tagged("subnet-a");
        turn();

        tagged("subnet-a", "subnet-b");
        environment.getMetadata().setAnnotations(Map.of("fargate.dev/reconcile-at", "2026-03-01T12:00:01Z"));
        turn();

        assertThat(usable()).containsExactly("subnet-a", "subnet-b");
    }

    @Test
    void a_subnet_that_is_missing_once_is_not_believed_to_have_left() {
        tagged("subnet-a", "subnet-b");
        turn();

        tagged("subnet-a");
        pass(Duration.ofMinutes(10));
        Turn<FargateEnvironmentStatus> doubting = turn();
        assertThat(doubting.status()).isEmpty();
        assertThat(doubting.again()).contains(Doubts.CONFIRMATION);

        tagged("subnet-a", "subnet-b");
        pass(Doubts.CONFIRMATION);
        turn();
        assertThat(usable()).containsExactly("subnet-a", "subnet-b");
    }

    @Test
    void a_subnet_that_stays_away_has_left() {
        tagged("subnet-a", "subnet-b");
        turn();

        tagged("subnet-a");
        pass(Duration.ofMinutes(10));
        turn();
        pass(Doubts.CONFIRMATION);
        turn();

        assertThat(usable()).containsExactly("subnet-a");
    }

    @Test
    void when_all_are_gone_it_is_stalled_and_workloads_keep_what_they_have() {
        tagged("subnet-a", "subnet-b");
        turn();

        tagged();
        pass(Duration.ofMinutes(10));
        assertThat(turn().status()).isEmpty();
        pass(Doubts.CONFIRMATION);
        turn();

        assertThat(Conditions.find(environment.getStatus().conditions(), Conditions.STALLED))
                .get()
                .extracting(Condition::getReason)
                .isEqualTo("NoneSelected");
        assertThat(usable()).containsExactly("subnet-a", "subnet-b");
    }

    @Test
    void what_was_stalled_heals_with_the_next_look_and_does_not_wait_for_a_slow_one() {
        tagged();
        turn();
        assertThat(environment.getStatus().subnets()).isEmpty();

        tagged("subnet-a");
        turn();

        assertThat(usable()).containsExactly("subnet-a");
    }

    /** As workloads resolve it. */
    private List<String> usable() {
        Resolution<ResolvedEnvironment> resolved =
                Environments.resolve("production", Optional.of(environment), "shop", Map.of());
        assertThat(resolved).isInstanceOf(Resolution.Resolved.class);
        return ((Resolution.Resolved<ResolvedEnvironment>) resolved)
                .desired()
                .network()
                .subnets();
    }

    private Turn<FargateEnvironmentStatus> turn() {
        Turn<FargateEnvironmentStatus> turn = recipe.turn(environment, intent -> {});
        turn.status().ifPresent(environment::setStatus);
        return turn;
    }

    private void tagged(String... subnets) {
        account = new MemoryAccount.Holdings(
                        "123456789012",
                        Stream.of("subnet-a", "subnet-b")
                                .map(id -> new Subnets.Subnet(id, "eu-west-1a", "vpc-1"))
                                .toList(),
                        List.of(),
                        Stream.of(subnets).collect(Collectors.toMap(id -> id, id -> Map.of("tier", "private"))),
                        new ClusterText(
                                "arn:cluster",
                                "production",
                                "ACTIVE",
                                null,
                                "disabled",
                                List.of(),
                                null,
                                null,
                                null,
                                DesiredEnvironment.of(environment, "cluster-1").tags()))
                .account();
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
    }
}
