package dev.fargate.aws.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Ticket;
import dev.fargate.aws.Ticket.Priority;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacedTicketsTest {
    private static final AwsScope SCOPE = new AwsScope("dev", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN);

    private final MovableClock clock = new MovableClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PacedTickets tickets = new PacedTickets(PacedTickets.DEFAULT_SHARE, clock, meters);

    @Test
    void aBurstGoesThroughAtOnceAndTheNextWaitsForOneToken() {
        for (int i = 0; i < 19; i++) {
            assertThat(register("app-" + i)).isInstanceOf(Ticket.Granted.class);
        }

        assertThat(waitOf(register("late"))).isCloseTo(Duration.ofMillis(1053), Duration.ofMillis(1));
        assertThat(waitOf(register("later"))).isCloseTo(Duration.ofMillis(2106), Duration.ofMillis(1));
    }

    @Test
    void aPlaceIsKeptAndHonouredWhenItsHolderComesBack() {
        drain();
        Instant due = ((Ticket.Wait) register("first")).until();
        register("second");

        assertThat(register("first")).isEqualTo(new Ticket.Wait(due));
        clock.moveTo(due);
        assertThat(register("second")).isInstanceOf(Ticket.Wait.class);
        assertThat(register("first")).isInstanceOf(Ticket.Granted.class);
    }

    @Test
    void aThousandRegistrationsTakeAsLongAsTheBucketAllows() {
        List<Want> wants = wants("app", Operation.REGISTER_TASK_DEFINITION, Priority.CREATE, 1_000);

        List<Done> done = run(wants);

        double seconds =
                Duration.between(done.getFirst().at(), done.getLast().at()).toMillis() / 1000.0;
        assertThat(seconds).isCloseTo((1_000 - 19) / 0.95, within(1.5));
    }

    @Test
    void tenThousandHoldersAreCheap() {
        Instant began = Instant.now();

        List<Done> done = run(wants("app", Operation.CREATE_SERVICE, Priority.CREATE, 10_000));

        assertThat(done).hasSize(10_000);
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void firstComeIsFirstServedWithinAPriority() {
        drain();

        List<Done> done = run(wants("app", Operation.REGISTER_TASK_DEFINITION, Priority.CREATE, 100));

        assertThat(done)
                .isSortedAccordingTo(Comparator.comparing(each -> each.want().number()));
    }

    @Test
    void theUrgentGoesAheadOfThoseThatCameBefore() {
        List<Want> wants = new ArrayList<>(wants("new", Operation.CREATE_SERVICE, Priority.CREATE, 200));
        wants.addAll(wants("gone", Operation.DELETE_SERVICE, Priority.DELETE_OR_SCALE, 10));

        List<Done> done = run(wants);

        List<Integer> deletes = IntStream.range(0, done.size())
                .filter(i -> done.get(i).want().operation() == Operation.DELETE_SERVICE)
                .boxed()
                .toList();
        assertThat(deletes).allSatisfy(position -> assertThat(position).isLessThan(47 + 11));
    }

    @Test
    void aStreamOfTheUrgentStarvesNobody() {
        drain();
        List<Want> wants = new ArrayList<>(wants("roll", Operation.REGISTER_TASK_DEFINITION, Priority.UPDATE, 500));
        wants.addAll(wants("new", Operation.REGISTER_TASK_DEFINITION, Priority.CREATE, 20));

        List<Done> done = run(wants);

        long created = done.subList(0, 105).stream()
                .filter(each -> each.want().priority() == Priority.CREATE)
                .count();
        assertThat(created).isBetween(19L, 21L);
    }

    @Test
    void aDeregistrationGetsAtMostAFifthWhileRegistrationsWait() {
        drain();
        List<Want> wants =
                new ArrayList<>(wants("old", Operation.DEREGISTER_TASK_DEFINITION, Priority.DEREGISTER, 300));
        wants.addAll(wants("new", Operation.REGISTER_TASK_DEFINITION, Priority.CREATE, 200));

        List<Done> done = run(wants);

        long deregistered = done.subList(0, 250).stream()
                .filter(each -> each.want().priority() == Priority.DEREGISTER)
                .count();
        assertThat(deregistered).isBetween(48L, 51L);
    }

    @Test
    void anAbandonedPlaceIsGivenUpThirtySecondsAfterItWasDue() {
        drain();
        Instant due = ((Ticket.Wait) register("abandoned")).until();

        clock.moveTo(due.plusSeconds(30));
        tickets.take(SCOPE, Operation.DEREGISTER_TASK_DEFINITION, Priority.DEREGISTER, "other");
        assertThat(waiting()).isEqualTo(1);
        clock.moveTo(due.plusSeconds(31));
        tickets.take(SCOPE, Operation.DEREGISTER_TASK_DEFINITION, Priority.DEREGISTER, "another");
        assertThat(waiting()).isZero();
    }

    @Test
    void aTokenThatIsKeptForSomebodyIsNotGivenToTheNext() {
        drain();
        Instant due = ((Ticket.Wait) register("first")).until();
        Instant dueNext = ((Ticket.Wait) register("second")).until();

        clock.moveTo(due);
        assertThat(register("second")).isInstanceOf(Ticket.Wait.class);
        clock.moveTo(dueNext);
        assertThat(register("second")).isInstanceOf(Ticket.Granted.class);
        assertThat(register("third")).isInstanceOf(Ticket.Wait.class);
        assertThat(register("first")).isInstanceOf(Ticket.Granted.class);
    }

    @Test
    void aCallThatCountsAsSeveralGetsAllItsTicketsOrNone() {
        assertThat(runTask("small", 14)).isInstanceOf(Ticket.Granted.class);

        Ticket many = runTask("many", 10);

        assertThat(waitOf(many)).isCloseTo(Duration.ofMillis(263), Duration.ofMillis(5));
        assertThat(runTask("behind", 1)).as("what is kept for it").isInstanceOf(Ticket.Wait.class);
        clock.moveTo(((Ticket.Wait) many).until());
        assertThat(runTask("many", 10)).isInstanceOf(Ticket.Granted.class);
        assertThat(runTask("behind", 1)).isInstanceOf(Ticket.Wait.class);
    }

    @Test
    void aCallThatCountsAsMoreThanTheBucketHoldsIsMadeWhenItIsFull() {
        assertThat(runTask("huge", 1_000)).isInstanceOf(Ticket.Granted.class);

        assertThat(waitOf(runTask("next", 1))).isGreaterThan(Duration.ofSeconds(20));
    }

    @Test
    void scopesOfOneAccountShareABucketAndOthersDoNot() {
        AwsScope one = role("dev", "arn:aws:iam::123456789012:role/one");
        AwsScope two = role("prod", "arn:aws:iam::123456789012:role/two");
        AwsScope other = role("prod", "arn:aws:iam::210987654321:role/one");

        for (int i = 0; i < 19; i++) {
            tickets.take(one, Operation.REGISTER_TASK_DEFINITION, Priority.CREATE, "app-" + i);
        }

        assertThat(tickets.take(two, Operation.REGISTER_TASK_DEFINITION, Priority.CREATE, "app"))
                .isInstanceOf(Ticket.Wait.class);
        assertThat(tickets.take(other, Operation.REGISTER_TASK_DEFINITION, Priority.CREATE, "app"))
                .isInstanceOf(Ticket.Granted.class);
    }

    private static AwsScope role(String environment, String arn) {
        return new AwsScope(environment, "eu-west-1", Optional.of(arn), AwsScope.Session.PLAIN);
    }

    private Ticket register(String holder) {
        return tickets.take(SCOPE, Operation.REGISTER_TASK_DEFINITION, Priority.CREATE, holder);
    }

    private Ticket runTask(String holder, int tasks) {
        return tickets.take(SCOPE, Operation.RUN_TASK, Priority.CREATE, holder, tasks);
    }

    private void drain() {
        for (int i = 0; i < 19; i++) {
            register("drain-" + i);
        }
    }

    private Duration waitOf(Ticket ticket) {
        return Duration.between(clock.instant(), ((Ticket.Wait) ticket).until());
    }

    private double waiting() {
        return meters.get("fargate.aws.tickets.waiting").gauge().value();
    }

    private static List<Want> wants(String name, Operation operation, Priority priority, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Want(name + "-" + i, i, operation, priority))
                .toList();
    }

    /** Lets each holder come back exactly when it was told to. */
    private List<Done> run(List<Want> wants) {
        PriorityQueue<Visit> visits =
                new PriorityQueue<>(Comparator.comparing(Visit::at).thenComparing(Visit::order));
        for (int i = 0; i < wants.size(); i++) {
            visits.add(new Visit(clock.instant(), i, wants.get(i)));
        }
        List<Done> done = new ArrayList<>();
        while (!visits.isEmpty()) {
            Visit visit = visits.remove();
            clock.moveTo(visit.at());
            Want want = visit.want();
            switch (tickets.take(SCOPE, want.operation(), want.priority(), want.holder())) {
                case Ticket.Granted granted -> done.add(new Done(want, clock.instant()));
                case Ticket.Wait wait -> visits.add(new Visit(wait.until(), visit.order(), want));
            }
        }
        return done;
    }

    private record Want(String holder, int number, Operation operation, Priority priority) {}

    private record Visit(Instant at, int order, Want want) {}

    private record Done(Want want, Instant at) {}
}
