/** From a {@code task} in a manifest to the RegisterTaskDefinition request that says the same. Pure. */
package dev.fargate.taskdefinition;
