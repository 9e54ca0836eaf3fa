/**
 * FargateService: what it should be in ECS, how that differs from what is there, the steps from one to the other, and the status that
 * tells of it. {@code ServiceRecipe} goes this way with {@code Enforcement} and {@code Settling}, {@code ServiceDeletion} the way back;
 * they reach AWS through {@code ServiceCalls}, and all else but {@code StoppedTasks} is pure.
 */
package dev.fargate.service;
