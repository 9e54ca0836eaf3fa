/**
 * What can be known of tasks before they start: whether what they name is there and whether they reach what they need. Checks are pure
 * and ask {@code Facts}; {@code Inquiries} makes the few calls behind those, for many workloads at once. Nothing here changes anything,
 * and no rollout waits for it.
 */
package dev.fargate.preflight;
