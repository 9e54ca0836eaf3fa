/**
 * The one place that reads services: who asked for a look, which looks travel together, what was seen, and who is told. The core is pure
 * and takes the time as an argument; one driver makes its calls.
 */
package dev.fargate.aws.watch;
