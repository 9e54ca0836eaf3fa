package dev.fargate.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.LocalTools;
import dev.fargate.testing.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of the real Helms, as a person uses it. */
final class Helm {
    static final String RELEASE = "fargate-operator";
    static final String NAMESPACE = "fargate-system";

    private static final Path HOME = Path.of("target", "it-helm").toAbsolutePath();
    private static final String KUBERNETES = "1.35.4";

    private final String program;
    private final Optional<Path> kubeconfig;

    private Helm(String program, Optional<Path> kubeconfig) {
        this.program = program;
        this.kubeconfig = kubeconfig;
    }

    static Helm three() {
        return new Helm(LocalTools.provided().helms().getFirst(), Optional.empty());
    }

    static Helm four() {
        return new Helm(LocalTools.provided().helms().getLast(), Optional.empty());
    }

    /** The same for a cluster; without, it can only render. */
    Helm in(Path cluster) {
        return new Helm(program, Optional.of(cluster));
    }

    /** What it would install, without asking a cluster. */
    List<JsonNode> rendered(String... options) {
        return Chart.documents(template(options));
    }

    String template(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "template", RELEASE, Chart.DIRECTORY.toString(), "-n", NAMESPACE, "--kube-version", KUBERNETES));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    /** What it says when it refuses. */
    String refusal(String... options) {
        try {
            template(options);
        } catch (AssertionError refused) {
            return refused.getMessage();
        }
        throw new AssertionError("taken: " + String.join(" ", options));
    }

    /** Runs a command that must succeed, and gives what it printed. */
    String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        for (String home : List.of("HELM_CONFIG_HOME", "HELM_CACHE_HOME", "HELM_DATA_HOME")) {
            builder.environment().put(home, HOME.toString());
        }
        builder.environment().put("KUBECONFIG", kubeconfig.map(Path::toString).orElse("/dev/null"));
        return Program.run(builder);
    }
}
