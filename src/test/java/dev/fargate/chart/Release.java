package dev.fargate.chart;

import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A release of the chart, with its operator. */
final class Release implements AutoCloseable {
    /** The operator looks often, as in all tests. */
    private static final String BRISK = "--set=settings.sweep=2s,settings.rolloutPolls={500ms,1s,1500ms},"
            + "settings.missingConfirmation=500ms,settings.missingSettling=1s,settings.revisionAudit=2s,settings.preflight=false";

    private final World world;
    private Helm helm;
    private OperatorUnderTest operator;

    private Release(World world, Helm helm) {
        this.world = world;
        this.helm = helm;
    }

    /** Installs it and starts its operator. */
    static Release installed(World world, Helm helm, Path chart, String... options) {
        Release release = new Release(world, helm.in(world.kubeconfig()));
        release.helm("install", chart, with(options, BRISK));
        release.operator = Deployed.start(world);
        return release;
    }

    /** Upgrades it, maybe with another Helm, and replaces the pod as the Deployment's controller would. */
    String upgrade(Helm with, Path chart, String... options) {
        helm = with.in(world.kubeconfig());
        String said = helm("upgrade", chart, with(options, "--reset-then-reuse-values"));
        operator.stop();
        operator = Deployed.start(world);
        return said;
    }

    Deployment deployment() {
        return Deployed.deployment(world);
    }

    OperatorUnderTest operator() {
        return operator;
    }

    /** The pod's replacement and the release's end. */
    @Override
    public void close() {
        operator.stop();
        helm.run("uninstall", Helm.RELEASE, "-n", Helm.NAMESPACE);
    }

    private String helm(String verb, Path chart, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of(verb, Helm.RELEASE, chart.toString(), "-n", Helm.NAMESPACE));
        arguments.addAll(options);
        return helm.run(arguments.toArray(String[]::new));
    }

    private static List<String> with(String[] options, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of(options));
        return all;
    }
}
