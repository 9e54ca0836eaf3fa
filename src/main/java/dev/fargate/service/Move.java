package dev.fargate.service;

import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import java.time.Instant;

/** What the planner decides. */
sealed interface Move {

    /** Carry out the plan; an empty one means that AWS is as it should be. */
    record Go(Plan<ServiceStep> plan) implements Move {}

    /** Nothing can be decided before the service is looked at again. */
    record Look(Instant at) implements Move {}

    /** It must not or cannot go on. */
    record Blocked(Problem problem, Instant lookAt) implements Move {}
}
