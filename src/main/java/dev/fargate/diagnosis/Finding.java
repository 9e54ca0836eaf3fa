package dev.fargate.diagnosis;

import dev.fargate.diagnosis.Ending.Exit;
import java.util.Optional;

/**
 * A cause, and where it was found.
 *
 * @param culprit the container that it lies with, if it lies with one
 * @param words what ECS said
 */
record Finding(Cause cause, Optional<Exit> culprit, String words) {}
