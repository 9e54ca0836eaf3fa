/**
 * The running operator: controllers around the loops, wiring, leader election, metrics, health, a graceful end. Nothing is decided here
 * about any resource.
 */
package dev.fargate.runtime;
