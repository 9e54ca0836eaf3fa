/**
 * The shapes of one loop for all kinds: plans made of steps, what came of them, conditions and events. Knows neither AWS nor the
 * Kubernetes client; every type here is a value that can be printed and compared.
 */
package dev.fargate.engine;
