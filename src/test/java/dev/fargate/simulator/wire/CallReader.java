package dev.fargate.simulator.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Names the service and operation of a request, and its caller.
 *
 * <p>The service is the signing scope's ({@code KEY/DATE/REGION/SERVICE/aws4_request}); the operation stands in {@code
 * X-Amz-Target}, in the form's {@code Action}, or in the path.
 */
public final class CallReader {
    private static final String ECS_TARGET = "AmazonEC2ContainerServiceV20141113.";
    private static final String CREDENTIAL = "Credential=";

    private final Accounts accounts;
    private final RestOperations rest;
    private final String defaultRegion;

    public CallReader(Accounts accounts, RestOperations rest, String defaultRegion) {
        this.accounts = accounts;
        this.rest = rest;
        this.defaultRegion = defaultRegion;
    }

    public AwsCall read(Received request) {
        String[] scope = scope(request.header("Authorization"));
        String target = request.header("X-Amz-Target");
        String service = target.startsWith(ECS_TARGET) ? "ecs" : scope[2];
        Caller caller = new Caller(scope[0], accounts.of(scope[0]), scope[1]);

        if (!target.isEmpty()) {
            String operation = target.substring(target.lastIndexOf('.') + 1);
            return new AwsCall(service, operation, Protocol.JSON, caller, request);
        }
        Optional<String> action = action(request);
        if (action.isPresent()) {
            Protocol protocol = service.equals("ec2") ? Protocol.EC2 : Protocol.QUERY;
            return new AwsCall(service, action.get(), protocol, caller, request);
        }
        String path = request.uri().getRawPath();
        if (path.startsWith("/service/") && path.contains("/operation/")) {
            String operation = path.substring(path.lastIndexOf('/') + 1);
            return new AwsCall(service, operation, Protocol.CBOR, caller, request);
        }
        return new AwsCall(service, rest.name(service, request.method(), path), Protocol.REST_JSON, caller, request);
    }

    /** Access key, region and service; defaults for an unsigned request. */
    private String[] scope(String authorization) {
        int start = authorization.indexOf(CREDENTIAL);
        if (start >= 0) {
            int end = authorization.indexOf(',', start);
            String credential =
                    authorization.substring(start + CREDENTIAL.length(), end < 0 ? authorization.length() : end);
            String[] parts = credential.split("/", -1);
            if (parts.length == 5) {
                return new String[] {parts[0], parts[2], parts[3]};
            }
        }
        return new String[] {"", defaultRegion, "unsigned"};
    }

    private static Optional<String> action(Received request) {
        if (request.header("Content-Type").startsWith("application/x-www-form-urlencoded")) {
            return parameter(request.text(), "Action");
        }
        String query = request.uri().getRawQuery();
        return query == null ? Optional.empty() : parameter(query, "Action");
    }

    /** A parameter of a form or query string. */
    public static Optional<String> parameter(String form, String name) {
        String key = name + "=";
        int start = form.startsWith(key) ? 0 : form.indexOf("&" + key) + 1;
        if (start == 0 && !form.startsWith(key)) {
            return Optional.empty();
        }
        int end = form.indexOf('&', start);
        String value = form.substring(start + key.length(), end < 0 ? form.length() : end);
        return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
}
