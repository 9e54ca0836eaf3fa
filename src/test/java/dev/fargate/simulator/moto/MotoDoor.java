package dev.fargate.simulator.moto;

import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.Reply;
import java.util.List;
import java.util.Optional;

/** Answers for every service but ECS: moto, seen through the filters. */
public final class MotoDoor {
    private final Upstream upstream;
    private final List<MotoFilter> filters;

    public MotoDoor(Upstream upstream, List<MotoFilter> filters) {
        this.upstream = upstream;
        this.filters = List.copyOf(filters);
    }

    public Reply answer(AwsCall call) {
        for (MotoFilter filter : filters) {
            Optional<Reply> instead = filter.before(call);
            if (instead.isPresent()) {
                return instead.get();
            }
        }
        Reply reply = upstream.pass(call.request());
        for (MotoFilter filter : filters) {
            reply = filter.after(call, reply);
        }
        return reply;
    }
}
