package dev.fargate.aws;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * The one place that reads services: looks that are due travel together, at most ten in a DescribeServices, and a full batch takes
 * along those that would be due next. Owners are told when a look that they asked for is there, and when a sweep saw a change.
 */
public interface ServiceWatch {

    /** The newest look that began after our last write to the service; a failed one only if nothing newer succeeded. */
    Optional<Look> latest(ServiceRef ref);

    /** Asks for a look at {@code at}; its owner is told of the result whatever it is. Keeps the earlier of two times asked for. */
    void ask(ServiceRef ref, Instant at);

    /** We are about to write, or wrote without a reply: what was seen before no longer counts. */
    void writing(ServiceRef ref);

    /** A write's reply is a look, too. */
    void wrote(ServiceRef ref, Service reply);

    /** The resource is gone. */
    void forget(ServiceRef ref);

    /** Whether changes in the cluster of a service are announced as they happen, so that looks of ours are only for safety. */
    boolean isAnnounced(ServiceRef ref);
}
