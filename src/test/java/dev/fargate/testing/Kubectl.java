package dev.fargate.testing;

import dev.fargate.simulator.LocalTools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real kubectl, as a person uses it. */
public final class Kubectl {
    private final Path kubeconfig;

    Kubectl(Path kubeconfig) {
        this.kubeconfig = kubeconfig;
    }

    /** Runs a command that must succeed, and gives what it printed. */
    public String run(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(LocalTools.provided().kubectl(), "--kubeconfig", kubeconfig.toString()));
        command.addAll(List.of(arguments));
        return Program.run(new ProcessBuilder(command));
    }
}
