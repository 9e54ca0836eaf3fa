package dev.fargate.simulator.moto;

import dev.fargate.simulator.model.Violations;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.AwsError;
import dev.fargate.simulator.wire.ErrorReplies;
import dev.fargate.simulator.wire.Reply;

/**
 * What moto does not implement. It answers with an HTML page and status 500, which SDKs take for an outage and try again;
 * here it is a refusal, and a violation for the test to fail on.
 */
public final class UnknownOperations implements MotoFilter {
    private final Violations violations;

    public UnknownOperations(Violations violations) {
        this.violations = violations;
    }

    @Override
    public Reply after(AwsCall call, Reply reply) {
        boolean page = reply.status() >= 400 && reply.header("Content-Type").contains("html");
        boolean crash = reply.status() == 500 && reply.text().startsWith("<!doctype html>");
        if (!page && !crash) {
            return reply;
        }
        violations.add(call.action(), Violations.Side.REPLY, "", "moto does not implement this, or failed in it");
        return ErrorReplies.of(
                call.protocol(),
                new AwsError(400, "UnknownOperationException", "moto does not implement " + call.action()));
    }
}
