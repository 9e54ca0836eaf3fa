package dev.fargate.service;

import dev.fargate.aws.Aws;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.ServiceWatch;
import dev.fargate.turn.Writes;
import java.util.function.Consumer;

/**
 * The ways to AWS, as the turns of services use them: looks travel together, and everything else waits for its ticket.
 *
 * @param watch the one place that reads services
 */
record ServiceCalls(Aws.Accounts accounts, ServiceWatch watch, Writes writes) {

    Aws aws(ServiceRef ref) {
        return accounts.of(ref.scope());
    }

    /** Carries out a plan, see {@link ServiceApplier}. */
    ServiceApplier applier(ServiceRef ref, String family, Consumer<Memory> journal) {
        return new ServiceApplier(
                new ServiceApplier.Hands(aws(ref), writes.of(ref.scope(), ref.owner()), watch), ref, family, journal);
    }

    TaskReads tasks(ServiceRef ref) {
        return new TaskReads(aws(ref), writes.of(ref.scope(), ref.owner()), ref);
    }
}
