/** The command line: {@code run} with its settings, {@code plan} and {@code diagnose}. */
package dev.fargate.cli;
