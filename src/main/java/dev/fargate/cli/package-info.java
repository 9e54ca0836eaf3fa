/** The command line: {@code run}, and its settings. */
package dev.fargate.cli;
