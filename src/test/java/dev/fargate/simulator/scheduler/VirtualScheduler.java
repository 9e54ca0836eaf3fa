package dev.fargate.simulator.scheduler;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.SimulatorClock;
import dev.fargate.simulator.ecs.wire.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EventBridge Scheduler on the test's own clock, with an ECS that notes what it is asked. Requests are JSON with single quotes. */
final class VirtualScheduler implements SimulatorClock, Around {
    static final String ROLE = "arn:aws:iam::111122223333:role/scheduler";
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<Instant> started = new ArrayList<>();
    final List<ObjectNode> requests = new ArrayList<>();
    final List<ObjectNode> letters = new ArrayList<>();
    private final SchedulerSimulation scheduler = new SchedulerSimulation(this, this);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Optional<AwsFault> trouble = Optional.empty();

    /** ECS refuses from now on; empty to go on. */
    void trouble(Optional<AwsFault> fault) {
        trouble = fault;
    }

    ObjectNode call(String operation, String input) {
        return scheduler.call(new SchedulerCall(operation, json(input), new Realm("111122223333", "eu-west-1", "aws")));
    }

    /** Creates schedule {@code nightly} in the default group with these further members. */
    ObjectNode create(String expression, String more) {
        return call("CreateSchedule", schedule(expression, target(""), more));
    }

    static String schedule(String expression, String target, String more) {
        return "{'Name':'nightly','ScheduleExpression':'" + expression
                + "','FlexibleTimeWindow':{'Mode':'OFF'},'Target':" + target + more + "}";
    }

    static String target(String more) {
        return "{'Arn':'arn:aws:ecs:eu-west-1:111122223333:cluster/apps','RoleArn':'" + ROLE
                + "','EcsParameters':{'TaskDefinitionArn':'batch:1','LaunchType':'FARGATE'}" + more + "}";
    }

    /** Time goes by, and each run is started at its time. */
    void pass(Duration time) {
        Instant target = now.plus(time);
        for (Optional<Instant> next = scheduler.next();
                next.filter(due -> !due.isAfter(target)).isPresent();
                next = scheduler.next()) {
            now = next.get().isAfter(now) ? next.get() : now;
            scheduler.settle();
        }
        now = target;
        scheduler.settle();
    }

    ObjectNode dump() {
        return scheduler.dump();
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (IOException wrong) {
            throw new UncheckedIOException(text, wrong);
        }
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public boolean roleExists(Realm realm, String arn) {
        return arn.equals(ROLE);
    }

    @Override
    public ObjectNode runTask(Realm realm, ObjectNode request) {
        requests.add(request);
        trouble.ifPresent(fault -> {
            throw fault;
        });
        started.add(now);
        return json("{'tasks':[{'taskArn':'t'}],'failures':[]}");
    }

    @Override
    public void deadLetter(Realm realm, String queueArn, String body, ObjectNode attributes) {
        letters.add(attributes.put("queue", queueArn).put("body", body));
    }
}
