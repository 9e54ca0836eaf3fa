package dev.fargate.simulator.ecs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/** ECS in one JVM: every account and region it is asked about, behind one lock. */
public final class EcsSimulation implements EcsApi {
    private final SimulatorClock clock;
    private final Surroundings around;
    private final Pace pace;

    public EcsSimulation(SimulatorClock clock, Surroundings around, Pace pace) {
        this.clock = Objects.requireNonNull(clock);
        this.around = Objects.requireNonNull(around);
        this.pace = Objects.requireNonNull(pace);
    }

    @Override
    public synchronized ObjectNode call(EcsCall call) {
        if (!call.operation().isEmpty()) {
            throw new AwsFault(400, "UnknownOperationException", call.operation());
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /** Brings everything up to the clock's now. */
    public synchronized void settle() {}

    /** Everything held, for listings before and after a test. */
    public synchronized ObjectNode dump() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("now", String.valueOf(clock.now()))
                .put("pace", pace.toString())
                .put("around", around.getClass().getSimpleName());
    }

    /** Carries out what somebody else does to the account. */
    public synchronized void control(ObjectNode command) {
        if (!command.isEmpty()) {
            throw AwsFault.invalidParameter("unknown command " + command);
        }
    }
}
