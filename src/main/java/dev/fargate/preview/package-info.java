/**
 * What would become of a manifest, for a person at a command line: the same loops as the operator's, with managementPolicy Observe, over
 * what the caller may read of cluster and AWS. Writes nothing anywhere.
 */
package dev.fargate.preview;
