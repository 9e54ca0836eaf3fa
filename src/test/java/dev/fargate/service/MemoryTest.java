package dev.fargate.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Look;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.TaskDefinitions.Revision;
import dev.fargate.engine.Plan;
import dev.fargate.taskdefinition.IntentRecovery;
import dev.fargate.taskdefinition.OwnRevisions;
import dev.fargate.turn.Writes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** What a status remembers of revisions and of the service, and what that allows. */
class MemoryTest {
    private static final String FAMILY = "arn:aws:ecs:eu-west-1:123456789012:task-definition/shop_web:";
    private static final OwnRevisions TWO =
            OwnRevisions.NONE.current(FAMILY + 1, "a").current(FAMILY + 2, "b");

    @Test
    void revisions_are_kept_oldest_first_and_the_last_is_the_one_to_run() {
        assertThat(TWO.own()).containsExactly(FAMILY + 1, FAMILY + 2);
        assertThat(TWO.arn()).contains(FAMILY + 2);
        assertThat(TWO.current(FAMILY + 1, "a").own()).containsExactly(FAMILY + 2, FAMILY + 1);
    }

    @Test
    void an_intent_lasts_until_it_is_settled_or_a_revision_comes_of_it() {
        OwnRevisions intending = TWO.intending("c");

        assertThat(intending.intent()).contains("c");
        assertThat(intending.hash()).contains("b");
        assertThat(intending.settled()).isEqualTo(TWO);
        assertThat(intending.current(FAMILY + 3, "c").intent()).isEmpty();
    }

    @Test
    void a_retired_revision_is_forgotten_and_with_it_what_it_was_for() {
        assertThat(TWO.without(FAMILY + 1).own()).containsExactly(FAMILY + 2);
        assertThat(TWO.without(FAMILY + 1).arn()).contains(FAMILY + 2);
        assertThat(TWO.without(FAMILY + 2).arn()).isEmpty();
        assertThat(TWO.without(FAMILY + 2).hash()).isEmpty();
    }

    @Test
    void a_status_gives_back_what_was_put_into_it() {
        assertThat(OwnRevisions.of(TWO.intending("c").status())).isEqualTo(TWO.intending("c"));
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE,   c, true",
        "INACTIVE, c, false",
        "ACTIVE,   b, false",
    })
    void a_lost_reply_is_recovered_only_from_the_revision_that_was_meant(String status, String content, boolean ours) {
        Map<String, String> tags = new HashMap<>(Desired.OWNER.tags());
        tags.put("fargate.dev/content", content);
        Memory memory = Memory.of(null).withRevisions(TWO.intending("c"));

        Memory recovered = recover(memory, new Revision(newest(status), tags));

        assertThat(recovered.revisions()).isEqualTo(ours ? TWO.current(FAMILY + 3, "c") : TWO);
    }

    @Test
    void a_revision_of_somebody_else_is_never_recovered() {
        Memory memory = Memory.of(null).withRevisions(TWO.intending("c"));

        assertThat(recover(memory, new Revision(newest("ACTIVE"), Map.of("fargate.dev/content", "c"))))
                .isEqualTo(memory.withRevisions(TWO));
    }

    @Test
    void without_an_intent_nothing_is_read() {
        MemoryEcs ecs = new MemoryEcs(Optional.empty(), MemoryEcs.Revisions.NONE, List.of(), Map.of(), ServiceCase.NOW);

        IntentRecovery.recover(ecs, Desired.OWNER, "shop_web", TWO);

        assertThat(ecs.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FAMILY + 9,
                "arn:aws:ecs:eu-west-1:123456789012:task-definition/shop_web-2:1",
                "arn:aws:ecs:eu-west-1:123456789012:task-definition/bank_ledger:1"
            })
    void what_is_not_ours_is_never_deregistered(String foreign) {
        MemoryEcs ecs = new MemoryEcs(Optional.empty(), MemoryEcs.Revisions.NONE, List.of(), Map.of(), ServiceCase.NOW);
        AwsScope scope = new AwsScope("production", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN);
        ServiceApplier applier = new ServiceApplier(
                new ServiceApplier.Hands(
                        ecs.aws(),
                        new Writes(new ServiceCase.Waits(Map.of())).of(scope, "shop/web"),
                        new GivenLook(Optional.empty())),
                new ServiceRef(scope, "arn:cluster", "shop_web", "shop/web"),
                "shop_web",
                unused -> {});
        OwnRevisions listed = foreign.startsWith(FAMILY) ? TWO : TWO.current(foreign, "x");

        assertThatThrownBy(() -> applier.apply(
                        new Plan<>(List.of(new ServiceStep.Deregister(foreign))),
                        Outcome.start(Memory.of(null).withRevisions(listed), Optional.empty())))
                .hasMessageContaining("not a revision of shop_web");
        assertThat(ecs.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // created, first MISSING, this MISSING
        "2026-03-01T10:00:00Z, 2026-03-01T11:59:45Z, 2026-03-01T12:00:00Z, true",
        "2026-03-01T10:00:00Z, 2026-03-01T11:59:46Z, 2026-03-01T12:00:00Z, false",
        "2026-03-01T11:59:01Z, 2026-03-01T11:59:30Z, 2026-03-01T12:00:00Z, false",
        "2026-03-01T11:59:00Z, 2026-03-01T11:59:30Z, 2026-03-01T12:00:00Z, true",
    })
    void missing_is_believed_twice_and_not_soon_after_creation(
            String created, Instant since, Instant at, boolean believed) {
        Memory memory = Memory.of(null).withService(Optional.of("arn"), created);
        Look.Missing missing = new Look.Missing(since, at);

        assertThat(ServiceCase.EXISTENCE.believed(memory, missing)).isEqualTo(believed);
        assertThat(ServiceCase.EXISTENCE.nextLook(memory, missing).isAfter(at)).isEqualTo(!believed);
    }

    @Test
    void a_service_that_was_never_seen_is_missing_at_once() {
        assertThat(ServiceCase.EXISTENCE.believed(Memory.of(null), new Look.Missing(ServiceCase.NOW, ServiceCase.NOW)))
                .isTrue();
    }

    private static Memory recover(Memory memory, Revision newest) {
        return memory.withRevisions(IntentRecovery.recover(
                new MemoryEcs(
                        Optional.empty(), MemoryEcs.Revisions.newest(newest), List.of(), Map.of(), ServiceCase.NOW),
                Desired.OWNER,
                "shop_web",
                memory.revisions()));
    }

    private static TaskDefinition newest(String status) {
        return TaskDefinition.builder()
                .taskDefinitionArn(FAMILY + 3)
                .status(status)
                .build();
    }
}
