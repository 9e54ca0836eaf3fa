package dev.fargate.aws.sdk;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Logs each call with the request id that AWS gave it, at level DEBUG, and leaves the id of the latest one to whatever the thread logs
 * next: AWS's support and CloudTrail find a call by it.
 */
public record CallLog() implements ExecutionInterceptor {
    /** The name under which the id is logged. */
    public static final String REQUEST_ID = "awsRequestId";

    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        Optional<String> id = context.response() instanceof AwsResponse response
                ? Optional.ofNullable(response.responseMetadata().requestId())
                : Optional.empty();
        log(attributes, id, "ok");
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        Optional<String> id = context.exception() instanceof SdkServiceException reply
                ? Optional.ofNullable(reply.requestId())
                : Optional.empty();
        log(attributes, id, context.exception().getClass().getSimpleName());
    }

    private static void log(ExecutionAttributes attributes, Optional<String> id, String outcome) {
        id.ifPresentOrElse(given -> MDC.put(REQUEST_ID, given), () -> MDC.remove(REQUEST_ID));
        LOG.atDebug()
                .addKeyValue("service", attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME))
                .addKeyValue("operation", attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))
                .addKeyValue("region", attributes.getAttribute(AwsExecutionAttribute.AWS_REGION))
                .addKeyValue("outcome", outcome)
                .log("Call");
    }
}
