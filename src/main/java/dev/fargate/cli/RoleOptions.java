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

    @Option(
            names = "--pod-role-path",
            defaultValue = "${env:FARGATE_POD_ROLE_PATH:-none}",
            description =
                    "Path in IAM of the roles that the operator makes for pods of FargateProfiles, such as /fargate/pods/; none: it makes"
                            + " none.")
    private String podRolePath;

    Roles read(CommandSpec spec) {
        try {
            return new Roles(rolePath, unlessNone(roleBoundary), unlessNone(podRolePath));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--role-path, --role-boundary, --pod-role-path: " + e.getMessage(), e);
        }
    }

    private static Optional<String> unlessNone(String given) {
        return Optional.of(given).filter(text -> !text.equals("none"));
    }
}
