package dev.fargate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.preview.NotReadable;
import dev.fargate.preview.Preview;
import dev.fargate.preview.Previews;
import dev.fargate.preview.Session;
import dev.fargate.runtime.Logging;
import dev.fargate.runtime.OperatorSettings.Roles;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what the operator would do for a manifest, without doing it. */
@Command(
        name = "plan",
        description = {
            "Says what the operator would do in AWS if a manifest were applied, what stands against it, and what it would cost. Changes"
                    + " nothing. Takes the caller's kubeconfig and AWS credentials, which need to read only:",
            "  fargate-operator plan -f service.yaml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:AWS is as the manifest asks",
            "1:something stands against it, or tasks would not start; the output says what",
            "2:wrong command line",
            "3:the manifest, the cluster or AWS could not be read",
            "4:it would be changed"
        },
        mixinStandardHelpOptions = true)
final class Plan implements Callable<Integer> {
    static final int PROBLEM = 1;
    static final int UNREADABLE = 3;
    static final int CHANGES = 4;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STANDARD_INPUT = "-";

    @Option(
            names = {"-f", "--filename"},
            required = true,
            paramLabel = "FILE|-",
            description =
                    "Manifest of one or more resources; what is neither service, run, schedule, task definition nor environment is passed over. - reads standard input.")
    private String from;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "text",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            paramLabel = "text|json",
            description = "json: one object in each line, with kind, name, plan, problem, preflight, passed and cost.")
    private Format output;

    @Option(
            names = "--cluster-id",
            defaultValue = "${env:FARGATE_CLUSTER_ID}",
            description = "As the operator was told. Default: uid of namespace kube-system.")
    private String clusterId;

    @Option(
            names = "--ca-bundle",
            defaultValue = "${env:AWS_CA_BUNDLE}",
            description = "PEM file of authorities to trust when AWS is called, beside those of the JVM.")
    private Path caBundle;

    @Option(
            names = "--prices",
            defaultValue = "${env:FARGATE_PRICES}",
            description = "Price table in place of the built-in one.")
    private Path prices;

    @Mixin
    private RoleOptions roles;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Logging.toStandardError();
        Roles made = roles.read(spec);
        try (Session session = new Session();
                InputStream manifest = open()) {
            List<HasMetadata> resources = session.read(manifest);
            Previews previews = session.previews(
                    Version.text(),
                    Optional.ofNullable(clusterId).filter(id -> !id.isBlank()),
                    Optional.ofNullable(caBundle)
                            .filter(file -> !file.toString().isBlank()),
                    PriceFile.read(prices, spec.commandLine()),
                    made.path(),
                    made.boundary());
            return tell(resources.stream()
                    .map(previews::of)
                    .flatMap(Optional::stream)
                    .toList());
        } catch (NoSuchFileException e) {
            return refused("there is no such file");
        } catch (NotReadable e) {
            return refused(e.getMessage());
        } catch (KubernetesClientException e) {
            return refused("the cluster could not be read: " + e.getMessage());
        }
    }

    private int tell(List<Preview> previews) throws JsonProcessingException {
        if (previews.isEmpty()) {
            return refused("it has no service, run, schedule, task definition or environment of the operator");
        }
        PrintWriter out = spec.commandLine().getOut();
        for (Preview preview : previews) {
            out.println(output == Format.json ? JSON.writeValueAsString(preview) : Findings.text(preview));
        }
        out.flush();
        if (previews.stream().anyMatch(Preview::isHindered)) {
            return PROBLEM;
        }
        return previews.stream().anyMatch(Preview::changes) ? CHANGES : 0;
    }

    private int refused(String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("-f %s: %s.".formatted(from, why));
        err.flush();
        return UNREADABLE;
    }

    private InputStream open() throws IOException {
        return from.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(from));
    }
}
