package dev.fargate.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of the jar. */
@Command(
        name = "fargate-operator",
        description = "Runs AWS Fargate workloads from Kubernetes custom resources.",
        subcommands = {Run.class},
        versionProvider = Version.class,
        mixinStandardHelpOptions = true)
public final class Main {
    private Main() {}

    /** Exits with 0 after success, 1 after a failure, 2 for a wrong command line. */
    public static void main(String[] arguments) {
        int status = new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }
}
