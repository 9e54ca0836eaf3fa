package dev.fargate.described;

import dev.fargate.diagnosis.Ending;
import dev.fargate.diagnosis.TaskFacts;

/**
 * Something that ECS tells of, and that asks for a diagnosis.
 *
 * @param subject what it is about, as a person names it: {@code task 1a2b} or {@code service web}
 * @param at when, RFC 3339; empty if the text does not say
 */
public record Described(String subject, String at, Ending ending, TaskFacts facts) {}
