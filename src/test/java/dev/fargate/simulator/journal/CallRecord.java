package dev.fargate.simulator.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One call, as recorded when its answer was ready.
 *
 * @param number its place in the order of arrival, from 1; a reset does not start again
 * @param time when it arrived, in real time
 * @param error the error's code in the reply's header; absent for a success and for errors in XML
 * @param request the body as received; absent unless asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallRecord(
        long number,
        Instant time,
        String service,
        String operation,
        String accountId,
        String region,
        Outcome outcome,
        int status,
        String error,
        long micros,
        String request) {

    CallRecord withoutRequest() {
        return new CallRecord(
                number, time, service, operation, accountId, region, outcome, status, error, micros, null);
    }
}
