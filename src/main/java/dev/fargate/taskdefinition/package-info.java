/**
 * ECS task definitions: from a {@code task} in a manifest to the RegisterTaskDefinition request that says the same, the revisions that a
 * resource registered, and the loop of FargateTaskDefinition. Knows nothing of services but that somebody may use a revision.
 */
package dev.fargate.taskdefinition;
