/** The command line: {@code run} with its settings, and {@code diagnose}. */
package dev.fargate.cli;
