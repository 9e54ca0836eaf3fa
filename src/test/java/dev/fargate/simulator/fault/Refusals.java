package dev.fargate.simulator.fault;

import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.AwsError;
import dev.fargate.simulator.wire.Protocol;

/**
 * Refusals in AWS's words and with each protocol's codes.
 *
 * <p>Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html (wording of denials),
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html (RequestLimitExceeded,
 * UnauthorizedOperation), https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html
 */
public final class Refusals {
    private Refusals() {}

    public static AwsError throttled(AwsCall call, Effect.Disguise disguise) {
        return switch (disguise) {
            case THROTTLING ->
                switch (call.protocol()) {
                    case JSON, CBOR -> new AwsError(400, "ThrottlingException", "Rate exceeded");
                    case REST_JSON -> new AwsError(429, "ThrottlingException", "Rate exceeded");
                    case QUERY -> new AwsError(400, "Throttling", "Rate exceeded");
                    case EC2 -> requestLimit();
                };
            case CLIENT_EXCEPTION -> new AwsError(400, "ClientException", "Rate exceeded");
            case INVALID_PARAMETER ->
                new AwsError(
                        400,
                        "InvalidParameterException",
                        "Rate exceeded (Service: AmazonElasticLoadBalancing; Status Code: 400; Error Code: Throttling)");
            case REQUEST_LIMIT -> requestLimit();
        };
    }

    private static AwsError requestLimit() {
        return new AwsError(503, "RequestLimitExceeded", "Request limit exceeded.");
    }

    static AwsError denied(AwsCall call) {
        String action = call.action();
        String user = "arn:%s:sts::%s:assumed-role/simulated/session"
                .formatted(call.caller().partition(), call.caller().accountId());
        String message =
                "User: %s is not authorized to perform: %s on resource: * because no identity-based policy allows the %s action"
                        .formatted(user, action, action);
        return switch (call.protocol()) {
            case JSON, CBOR -> new AwsError(400, "AccessDeniedException", message);
            case REST_JSON -> new AwsError(403, "AccessDeniedException", message);
            case QUERY -> new AwsError(403, "AccessDenied", message);
            case EC2 ->
                new AwsError(
                        403, "UnauthorizedOperation", "You are not authorized to perform this operation. " + message);
        };
    }

    static AwsError failed(AwsCall call, Effect.Fail order) {
        boolean ecs = call.service().equals("ecs");
        boolean ec2 = call.protocol() == Protocol.EC2;
        String ownCode = ecs ? "ServerException" : ec2 ? "InternalError" : "InternalFailure";
        String ownMessage = ecs ? "Service Unavailable. Please try again later." : "An internal error has occurred";
        return new AwsError(
                order.status() == null ? 500 : order.status(),
                order.code() == null ? ownCode : order.code(),
                order.message() == null ? ownMessage : order.message());
    }
}
