package dev.fargate.preflight;

import java.time.Instant;
import java.util.List;

/**
 * What the checks came to.
 *
 * @param hash of the subject
 * @param findings the worst first
 */
record Verdict(String hash, Instant at, List<Finding> findings) {
    Verdict {
        findings = List.copyOf(findings);
    }
}
