package dev.fargate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.Match;
import dev.fargate.simulator.fault.Schedule;
import dev.fargate.simulator.fault.When;
import dev.fargate.testing.FargateSchedules;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator is killed around each call to EventBridge Scheduler and IAM: one schedule, one run a day, and nothing is left of it. */
@Tag("promise-3")
class ScheduleKillIT {
    private static final String ENVIRONMENT = "killed";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final FargateSchedules schedules = new FargateSchedules(world);

    @ParameterizedTest(name = "{4} the effects of {1} and {3}")
    @CsvSource({
        "scheduler, CreateScheduleGroup, scheduler, DeleteSchedule,      BEFORE",
        "scheduler, CreateScheduleGroup, scheduler, DeleteSchedule,      AFTER",
        "iam,       CreateRole,          iam,       DeleteRolePolicy,    BEFORE",
        "iam,       CreateRole,          iam,       DeleteRolePolicy,    AFTER",
        "iam,       PutRolePolicy,       iam,       DeleteRole,          BEFORE",
        "iam,       PutRolePolicy,       iam,       DeleteRole,          AFTER",
        "scheduler, CreateSchedule,      scheduler, DeleteScheduleGroup, BEFORE",
        "scheduler, CreateSchedule,      scheduler, DeleteScheduleGroup, AFTER"
    })
    void aScheduleIsMadeOnceAndLeavesNothing(String maker, String making, String unmaker, String unmaking, When when) {
        String ns = world.namespace((making + "-" + when).toLowerCase(Locale.ROOT));
        List<JsonNode> before = held();

        killAround(maker, making, when, () -> world.apply(schedule(ns)));
        schedules.awaitReason(ns, "nightly", "Scheduled");
        passTwoOClock();

        assertThat(world.aws().dump().path("scheduler").findValues("ScheduleExpression"))
                .hasSize(1);
        assertThat(world.ecs().tasks(ENVIRONMENT, ns + "_nightly")).hasSize(1);
        assertThat(world.ecs().revisions(ns + "_nightly")).containsExactly(1);

        killAround(unmaker, unmaking, when, () -> schedules.delete(ns, "nightly"));
        schedules.awaitGone(ns, "nightly");

        assertThat(held()).isEqualTo(before);
        assertThat(world.ecs().revisions(ns + "_nightly")).isEmpty();
    }

    /** And not much longer, since ECS forgets a task after an hour. */
    private static void passTwoOClock() {
        LocalDateTime now = LocalDateTime.ofInstant(world.aws().now(), ZoneOffset.UTC);
        LocalDateTime next = now.toLocalDate().atTime(2, 0);
        world.aws()
                .advance(Duration.between(now, next.isAfter(now) ? next : next.plusDays(1))
                        .plusMinutes(1));
    }

    private static List<JsonNode> held() {
        JsonNode dump = world.aws().dump();
        return List.of(dump.path("scheduler"), dump.path("moto").path("iam:ListRoles"));
    }

    /** Nothing else goes on in this world that would make such a call. */
    private static void killAround(String service, String operation, When when, Runnable cause) {
        int fault = world.aws()
                .add(new Fault(
                        Match.operation(service, operation),
                        Schedule.nth(1),
                        new Effect.Kill(shared.operator().pid(), when)));
        cause.run();
        world.until("the operator to be killed", () -> !shared.operator().isAlive());
        world.aws().remove(fault);
        shared.startOperator();
    }

    private static String schedule(String ns) {
        return Manifests.schedule(ns, ENVIRONMENT, "app:exit-0", "schedule: 0 2 * * *\n  role: Managed");
    }
}
