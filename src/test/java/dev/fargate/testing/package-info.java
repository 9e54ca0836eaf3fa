/** What integration tests stand on: the real API server, and how to wait. */
package dev.fargate.testing;
