/**
 * FargateService: what it should be in ECS, how that differs from what is there, the steps from one to the other, and the status that
 * tells of it. Everything but {@code ServiceApplier} and {@code ServiceRecipe} is pure.
 */
package dev.fargate.service;
