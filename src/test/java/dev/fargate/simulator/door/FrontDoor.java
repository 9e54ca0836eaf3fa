package dev.fargate.simulator.door;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.fargate.simulator.fault.FaultInjection;
import dev.fargate.simulator.journal.Journal;
import dev.fargate.simulator.moto.MotoDoor;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.AwsError;
import dev.fargate.simulator.wire.CallReader;
import dev.fargate.simulator.wire.ErrorReplies;
import dev.fargate.simulator.wire.Received;
import dev.fargate.simulator.wire.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/** Every AWS request: named, disturbed if a fault says so, answered by a service of our own or moto, and noted. */
public final class FrontDoor implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(FrontDoor.class.getName());

    private final CallReader reader;
    private final FaultInjection faults;
    private final Map<String, Function<AwsCall, Reply>> own;
    private final MotoDoor moto;
    private final Journal journal;

    /**
     * The door to all services.
     *
     * @param own what answers for a service instead of moto, by its signing name
     */
    public FrontDoor(
            CallReader reader,
            FaultInjection faults,
            Map<String, Function<AwsCall, Reply>> own,
            MotoDoor moto,
            Journal journal) {
        this.reader = reader;
        this.faults = faults;
        this.own = Map.copyOf(own);
        this.moto = moto;
        this.journal = journal;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Journal.Arrival arrival = journal.arrived();
        Received request = Exchanges.read(exchange);
        AwsCall call = reader.read(request);
        Reply reply = faults.around(call, () -> effect(call));
        // Noted first: whoever has the reply finds the call in the journal.
        journal.ended(arrival, call, reply);
        Exchanges.write(exchange, reply);
    }

    private Reply effect(AwsCall call) {
        try {
            return own.getOrDefault(call.service(), moto::answer).apply(call);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "no answer to " + call.action(), e);
            return ErrorReplies.of(call.protocol(), new AwsError(503, "ServiceUnavailable", String.valueOf(e)));
        }
    }
}
