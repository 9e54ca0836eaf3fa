package dev.fargate.engine;

/** One step of a plan: each kind seals its own steps, and all of them tell what they change. */
public interface Step {
    Change change();
}
