package dev.fargate.aws.pacing;

import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Ticket;
import dev.fargate.aws.Ticket.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** Holders who come for their tickets through virtual time. */
record Visitors(PacedTickets tickets, AwsScope scope, MovableClock clock) {

    static List<Want> wants(String name, Operation operation, Priority priority, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Want(name + "-" + i, i, operation, priority))
                .toList();
    }

    /** Lets each holder come back exactly when it was told to. */
    List<Done> run(List<Want> wants) {
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
            switch (tickets.take(scope, want.operation(), want.priority(), want.holder())) {
                case Ticket.Granted granted -> done.add(new Done(want, clock.instant()));
                case Ticket.Wait wait -> visits.add(new Visit(wait.until(), visit.order(), want));
            }
        }
        return done;
    }

    record Want(String holder, int number, Operation operation, Priority priority) {}

    record Visit(Instant at, int order, Want want) {}

    record Done(Want want, Instant at) {}
}
