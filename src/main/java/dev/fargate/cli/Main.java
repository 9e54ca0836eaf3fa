package dev.fargate.cli;

import dev.fargate.runtime.NotRunning;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of the jar. */
@Command(
        name = "fargate-operator",
        description = "Runs AWS Fargate workloads from Kubernetes custom resources.",
        subcommands = {Run.class, Plan.class, Diagnose.class},
        versionProvider = Version.class,
        mixinStandardHelpOptions = true)
public final class Main {
    private Main() {}

    /** Exits with 0 after success, 1 after a failure, 2 for a wrong command line; {@code plan} and {@code diagnose} have more. */
    public static void main(String[] arguments) {
        int status = commandLine().execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::told);
    }

    /** A failure that tells what to do is a message; any other is a defect, and its stack trace helps to find it. */
    private static int told(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof NotRunning) {
            command.getErr().println(failure.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        throw failure;
    }
}
