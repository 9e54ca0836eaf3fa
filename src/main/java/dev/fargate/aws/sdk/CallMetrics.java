package dev.fargate.aws.sdk;

import dev.fargate.aws.errors.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Times every call of every client, roles assumed on the way included: {@code fargate.aws.calls} by service, operation and outcome. */
record CallMetrics(MeterRegistry meters) implements ExecutionInterceptor {
    static final String CALLS = "fargate.aws.calls";
    private static final ExecutionAttribute<Long> BEGAN = new ExecutionAttribute<>("fargate.began");

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(BEGAN, System.nanoTime());
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        record(attributes, "ok");
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        record(attributes, Refusal.errorClass(context.exception()).name().toLowerCase(Locale.ROOT));
    }

    private void record(ExecutionAttributes attributes, String outcome) {
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        meters.timer(CALLS, "service", service.toLowerCase(Locale.ROOT), "operation", operation, "outcome", outcome)
                .record(Duration.ofNanos(System.nanoTime() - attributes.getAttribute(BEGAN)));
    }
}
