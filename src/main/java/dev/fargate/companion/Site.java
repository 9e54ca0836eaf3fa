package dev.fargate.companion;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Owner;
import dev.fargate.turn.Writes;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the companions of one service are worked on.
 *
 * @param since looks from before this do not count; empty when nobody asked
 */
public record Site(Aws aws, Writes.Of writes, Owner owner, Optional<Instant> since) {

    String holder() {
        return writes.holder();
    }
}
