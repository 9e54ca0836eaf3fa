package dev.fargate.companion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.CompanionKind;
import dev.fargate.api.CompanionStatus;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Owner;
import dev.fargate.aws.Ticket;
import dev.fargate.aws.Tickets;
import dev.fargate.companion.Piece.Held;
import dev.fargate.companion.Standing.Stop;
import dev.fargate.engine.Problem;
import dev.fargate.plans.Ports;
import dev.fargate.turn.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a service brings along is made in order, is on record before, and is not looked at all the time. */
class CompanionStageTest {
    private static final Kept NONE = new Kept(List.of());
    private static final AwsScope SCOPE = new AwsScope("dev", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN);
    private static final Owner OWNER = new Owner("cluster-1", "FargateService", "shop", "web", "uid");

    private final Held held = new Held();
    private final Waits waits = new Waits(new EnumMap<>(Operation.class));
    private final List<Kept> journal = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final CompanionStage stage = new CompanionStage(Map.of(CompanionKind.ScalableTarget, held), () -> now);

    /** Tickets that are for later. */
    private record Waits(Map<Operation, Instant> until) implements Tickets {
        @Override
        public Ticket take(AwsScope scope, Operation operation, Ticket.Priority priority, String holder, int tickets) {
            return until.containsKey(operation) ? new Ticket.Wait(until.get(operation)) : new Ticket.Granted();
        }

        @Override
        public void throttled(AwsScope scope, Operation operation) {}
    }

    private Site site(Optional<Instant> since) {
        return new Site(Ports.of(), new Writes(waits).of(SCOPE, "shop/web"), OWNER, since);
    }

    private Standing stand(Kept recorded, Companion... wanted) {
        return stage.stand(site(Optional.empty()), List.of(wanted), recorded, journal::add);
    }

    private Piece piece(String name, String value) {
        return new Piece(name, value, held);
    }

    private static Kept kept(String... names) {
        return new Kept(Arrays.stream(names)
                .map(name -> new CompanionStatus(CompanionKind.ScalableTarget, name, "id-" + name))
                .toList());
    }

    @Test
    void all_are_on_record_before_the_first_is_made_and_have_their_ids_afterwards() {
        Standing standing = stand(NONE, piece("a", "1"), piece("b", "1"));

        assertThat(standing.stands()).isTrue();
        assertThat(standing.kept()).isEqualTo(kept("a", "b"));
        assertThat(held.calls).containsExactly("look at a", "put a to 1", "look at b", "put b to 1");
        assertThat(journal)
                .containsExactly(new Kept(List.of(
                        new CompanionStatus(CompanionKind.ScalableTarget, "a", null),
                        new CompanionStatus(CompanionKind.ScalableTarget, "b", null))));
    }

    @Test
    void what_stands_is_believed_for_ten_minutes() {
        Kept kept = stand(NONE, piece("a", "1")).kept();
        held.calls.clear();

        now = now.plus(Duration.ofMinutes(9));
        stand(kept, piece("a", "1"));
        assertThat(held.calls).isEmpty();

        now = now.plus(Duration.ofMinutes(1));
        stand(kept, piece("a", "1"));
        assertThat(held.calls).containsExactly("look at a");
    }

    @Test
    void an_edit_a_question_and_a_status_without_a_record_end_that() {
        Kept kept = stand(NONE, piece("a", "1")).kept();
        held.calls.clear();

        stand(kept, piece("a", "2"));
        assertThat(held.calls).containsExactly("look at a", "put a to 2");

        held.calls.clear();
        stage.stand(site(Optional.of(now.plusSeconds(1))), List.of(piece("a", "2")), kept, journal::add);
        stand(NONE, piece("a", "2"));
        assertThat(held.calls).containsExactly("look at a", "look at a");
    }

    @Test
    void what_was_changed_by_others_is_put_back_without_another_record() {
        Kept kept = stand(NONE, piece("a", "1")).kept();
        held.values.put("id-a", "theirs");
        now = now.plus(Duration.ofMinutes(10));

        Standing standing = stand(kept, piece("a", "1"));

        assertThat(standing.done()).hasSize(1);
        assertThat(held.values).containsEntry("id-a", "1");
        assertThat(journal).hasSize(1);
    }

    @Test
    void a_refusal_ends_it_and_keeps_what_was_made() {
        held.values.put("id-a", "1");
        held.refusal = Optional.of(new AwsException(ErrorClass.DENIED, "x:Put", "Denied", "No.", null));

        Standing standing = stand(NONE, piece("a", "1"), piece("b", "1"), piece("c", "1"));

        assertThat(standing.stop()).isInstanceOf(Stop.Refused.class);
        assertThat(standing.kept().id(CompanionKind.ScalableTarget, "a")).contains("id-a");
        assertThat(standing.kept().id(CompanionKind.ScalableTarget, "b")).isEmpty();
        assertThat(held.calls).doesNotContain("look at c");
    }

    @Test
    void one_that_must_not_be_touched_ends_it_before_anything_is_on_record() {
        Problem foreign = Problem.stalled("NotOurs", "Piece a is another's.");
        held.inTheWay = Optional.of(foreign);

        assertThat(stand(NONE, piece("a", "1")).stop()).isEqualTo(new Stop.Blocked(foreign));
        assertThat(journal).isEmpty();
    }

    @Test
    void a_call_waits_for_its_ticket() {
        Instant later = now.plusSeconds(5);
        waits.until().put(Operation.REGISTER_SCALABLE_TARGET, later);

        assertThat(stand(NONE, piece("a", "1")).stop()).isEqualTo(new Stop.Later(later));
        assertThat(held.values).isEmpty();
    }

    @Test
    void a_preview_has_no_effect() {
        Standing preview = stage.preview(site(Optional.empty()), List.of(piece("a", "1"), piece("b", "1")), NONE);

        assertThat(preview.done()).extracting(step -> step.change().object()).containsExactly("piece a", "piece b");
        assertThat(held.calls).containsExactly("look at a", "look at b");
        assertThat(held.values).isEmpty();
    }

    @Test
    void what_nobody_wants_goes_the_last_made_first() {
        held.values.put("id-b", "1");
        Kept recorded = kept("a", "b", "c");

        Standing standing = stage.clear(
                site(Optional.empty()), recorded.beyond(List.of(piece("a", "1"))), Standing.start(recorded));

        assertThat(standing.kept()).isEqualTo(kept("a"));
        assertThat(held.calls).containsExactly("look at leaving c", "look at leaving b", "remove b");
    }

    @Test
    void what_cannot_go_yet_stays_on_record() {
        held.values.put("id-a", "1");
        held.inTheWay = Optional.of(Problem.waiting("InUse", "Piece a is in use."));

        Standing standing = stage.clear(site(Optional.empty()), kept("a").companions(), Standing.start(kept("a")));

        assertThat(standing.kept()).isEqualTo(kept("a"));
        assertThat(standing.stands()).isFalse();
    }
}
