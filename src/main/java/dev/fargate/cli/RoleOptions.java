package dev.fargate.cli;

import dev.fargate.runtime.OperatorSettings.Roles;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where roles that the operator makes are. */
final class RoleOptions {
    @Option(
            names = "--role-path",
            defaultValue = "${env:FARGATE_ROLE_PATH:-/fargate/schedules/}",
            description = "Path in IAM of the roles that the operator makes.")
    private String rolePath;

    @Option(
            names = "--role-boundary",
            defaultValue = "${env:FARGATE_ROLE_BOUNDARY:-/fargate/schedules}",
            description =
                    "Path and name of the policy, in the account of each environment, that bounds what those roles may do; or none.")
    private String roleBoundary;

    Roles read(CommandSpec spec) {
        try {
            return new Roles(rolePath, Optional.of(roleBoundary).filter(policy -> !policy.equals("none")));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--role-path, --role-boundary: " + e.getMessage(), e);
        }
    }
}
