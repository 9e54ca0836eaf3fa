package dev.fargate.simulator.moto;

import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.Reply;
import java.util.Optional;

/** A correction of what moto does. Filters are asked in order, about every call that is not ECS's. */
public interface MotoFilter {

    /** An answer in moto's stead; empty to let the call through. */
    default Optional<Reply> before(AwsCall call) {
        return Optional.empty();
    }

    /** The answer to give, once moto has given its own. */
    default Reply after(AwsCall call, Reply reply) {
        return reply;
    }
}
