package dev.fargate.simulator.moto;

import dev.fargate.simulator.wire.Accounts;
import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.CallReader;
import dev.fargate.simulator.wire.Reply;

/** Notes which account the credentials of an assumed role are for: ECS calls made with them belong there. */
public final class AssumedRoles implements MotoFilter {
    private static final int ACCOUNT_IN_ARN = 4;

    private final Accounts accounts;

    public AssumedRoles(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Reply after(AwsCall call, Reply reply) {
        if (call.operation().startsWith("AssumeRole") && reply.status() == 200) {
            CallReader.parameter(call.request().text(), "RoleArn").ifPresent(arn -> {
                String[] parts = arn.split(":", -1);
                if (parts.length > ACCOUNT_IN_ARN) {
                    accounts.note(Xml.of(reply).anywhere("AccessKeyId"), parts[ACCOUNT_IN_ARN]);
                }
            });
        }
        return reply;
    }
}
