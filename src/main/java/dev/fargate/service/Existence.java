package dev.fargate.service;

import dev.fargate.aws.Look;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * When a MISSING answer is believed. A service that was seen counts as deleted only after two answers some time apart, and not soon
 * after our own creation: ECS is eventually consistent.
 *
 * @param confirmation between the first and the last MISSING answer
 * @param settling after the creation of a service, during which MISSING means "not yet visible"
 */
public record Existence(Duration confirmation, Duration settling) {

    /** For who only wants to know what would be done. */
    static final Existence AT_ONCE = new Existence(Duration.ZERO, Duration.ZERO);

    boolean believed(Memory memory, Look.Missing missing) {
        return memory.serviceArn().isEmpty()
                || (!missing.at().isBefore(missing.since().plus(confirmation))
                        && !missing.at().isBefore(created(memory).plus(settling)));
    }

    /**
     * Whether a service that is being deleted counts as gone. One that is on record is asked for as always. One that is not may have
     * been created all the same, by a call whose reply was lost, and not be visible yet.
     */
    boolean gone(Memory memory, Look.Missing missing) {
        boolean unrecorded =
                memory.serviceArn().isEmpty() && memory.revisions().arn().isPresent();
        return unrecorded ? !missing.at().isBefore(missing.since().plus(settling)) : believed(memory, missing);
    }

    /** The look that tells whether it is {@link #gone}. */
    Instant nextLookIfGone(Memory memory, Look.Missing missing) {
        return memory.serviceArn().isEmpty() ? missing.since().plus(settling) : nextLook(memory, missing);
    }

    Instant nextLook(Memory memory, Look.Missing missing) {
        Instant confirmed = missing.since().plus(confirmation);
        Instant settled = created(memory).plus(settling);
        return confirmed.isAfter(settled) ? confirmed : settled;
    }

    private static Instant created(Memory memory) {
        try {
            return Instant.parse(memory.incarnation());
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
