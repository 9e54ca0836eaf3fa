/** What was called, how it ended, and how much travelled together: the numbers that tests and the bench read. */
package dev.fargate.simulator.journal;
