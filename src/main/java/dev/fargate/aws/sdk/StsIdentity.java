package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.Identity;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

record StsIdentity(Supplier<StsClient> sts) implements Identity {
    private static final int PARTITION = 1;

    @Override
    public Caller caller() {
        GetCallerIdentityResponse reply =
                call("sts:GetCallerIdentity", () -> sts.get().getCallerIdentity());
        return new Caller(reply.account(), reply.arn().split(":", -1)[PARTITION]);
    }
}
