package dev.fargate.aws.sdk;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Asks once more when a request is signed and about to leave: since the turn decided on it, a role may have been assumed. */
record LastMoment(Runnable beforeSending) implements ExecutionInterceptor {

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        beforeSending.run();
    }
}
