package dev.fargate.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fargate.simulator.wire.AwsCall;

/**
 * Which calls a fault is about; an absent part matches everything.
 *
 * @param service the signing name, such as {@code ecs} or {@code elasticloadbalancing}
 * @param contains text that the request's body or address must contain
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Match(String service, String operation, String accountId, String region, String contains) {

    public static Match anything() {
        return new Match(null, null, null, null, null);
    }

    public static Match operation(String service, String operation) {
        return new Match(service, operation, null, null, null);
    }

    /** The same calls, but only those with this text in their request. */
    public Match containing(String text) {
        return new Match(service, operation, accountId, region, text);
    }

    boolean covers(AwsCall call) {
        return is(service, call.service())
                && is(operation, call.operation())
                && is(accountId, call.caller().accountId())
                && is(region, call.caller().region())
                && (contains == null
                        || call.request().text().contains(contains)
                        || call.request().uri().toString().contains(contains));
    }

    private static boolean is(String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }
}
