package dev.fargate.simulator.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.Json;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The faults in force. Without any, a call passes with one look at an empty list. */
public final class Faults {
    private final List<ArmedFault> armed = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();

    /** Puts a fault in force and returns its id. */
    public int add(Fault fault) {
        ArmedFault added = new ArmedFault(ids.incrementAndGet(), fault);
        armed.add(added);
        return added.id();
    }

    /** Lets go of the calls that this fault holds; later ones are not held either. */
    public void release(int id) {
        armed.stream().filter(fault -> fault.id() == id).forEach(ArmedFault::release);
    }

    /** Ends a fault and lets go of what it holds. */
    public void remove(int id) {
        release(id);
        armed.removeIf(fault -> fault.id() == id);
    }

    public void clear() {
        armed.forEach(ArmedFault::release);
        armed.clear();
    }

    public JsonNode list() {
        return Json.MAPPER.valueToTree(armed.stream().map(ArmedFault::report).toList());
    }

    /** The faults that this call meets, in the order in which they were added. */
    List<ArmedFault> strike(AwsCall call) {
        return armed.isEmpty()
                ? List.of()
                : armed.stream().filter(fault -> fault.strikes(call)).toList();
    }
}
