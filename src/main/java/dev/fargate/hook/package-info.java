/**
 * The runs that go with a rollout of a service: what each is, which one belongs to which content, and what its state means for the
 * rollout. Pure but for {@code HookRuns}, which others make.
 */
package dev.fargate.hook;
