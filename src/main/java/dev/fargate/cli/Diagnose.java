package dev.fargate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.described.Described;
import dev.fargate.described.Descriptions;
import dev.fargate.described.NotDescribed;
import dev.fargate.preview.NotReadable;
import dev.fargate.preview.Session;
import dev.fargate.preview.Standing;
import dev.fargate.runtime.Logging;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains how a resource stands, or what the AWS CLI printed. */
@Command(
        name = "diagnose",
        description = {
            "Says what is wrong with a resource, why its tasks stopped, what that means and what to do next:",
            "  fargate-operator diagnose fsvc/web -n shop",
            "Or the same of tasks from what the AWS CLI printed, without cluster and AWS:",
            "  aws ecs describe-tasks --cluster C --tasks T | fargate-operator diagnose --from -"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no failure: nothing stopped, or only by routine or from outside (a Spot interruption, a person)",
            "1:at least one failure, or the resource has a problem",
            "2:wrong command line",
            "3:the text or the resource could not be read, or nothing of ECS is in the text"
        },
        mixinStandardHelpOptions = true)
final class Diagnose implements Callable<Integer> {
    static final int FAILURE = 1;
    static final int UNREADABLE = 3;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STANDARD_INPUT = "-";

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    /** What is explained. */
    private static final class Subject {
        @Parameters(
                paramLabel = "KIND/NAME",
                description = "A resource of the cluster, such as fsvc/web, ft/migration, ftd/web or fenv/production.")
        private String resource;

        @Option(
                names = "--from",
                paramLabel = "FILE|-",
                description =
                        "What `aws ecs describe-tasks` or `describe-services` printed as JSON, or lines with a task, a"
                                + " service, a service event or an EventBridge event each; - reads standard input.")
        private String from;
    }

    @Option(
            names = {"-n", "--namespace"},
            description = "Namespace of the resource. Default: that of the kubeconfig's context.")
    private String namespace;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "text",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            paramLabel = "text|json",
            description =
                    "json: one object in each line; of a text with cause, failure, advice and what it rests on; of a resource with kind, name, ready, problem, preflight, passed, tasks, drift, plan, cost and rightSize.")
    private Format output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        Logging.toStandardError();
        return subject.resource == null ? ofText() : ofResource();
    }

    private int ofText() throws JsonProcessingException {
        try (Reader text = open()) {
            return tell(Descriptions.read(text));
        } catch (NotDescribed e) {
            return refused(e.getMessage());
        } catch (NoSuchFileException e) {
            return refused("there is no such file");
        } catch (IOException e) {
            return refused(e.toString());
        }
    }

    private int ofResource() throws JsonProcessingException {
        int slash = subject.resource.indexOf('/');
        Class<? extends HasMetadata> kind = Kinds.named(subject.resource.substring(0, Math.max(slash, 0)))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "'%s' is no resource of the operator; write for example fsvc/web".formatted(subject.resource)));
        String name = subject.resource.substring(slash + 1);
        try (Session session = new Session()) {
            String home = namespace == null ? session.cluster().defaultNamespace() : namespace;
            return tell(Standing.of(session.cluster()
                    .find(kind, home, name)
                    .orElseThrow(() -> new NotReadable("there is none of that name in namespace " + home))));
        } catch (NotReadable e) {
            return refused(e.getMessage());
        } catch (KubernetesClientException e) {
            return refused("the cluster could not be read: " + e.getMessage());
        }
    }

    private int tell(Standing standing) throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(output == Format.json ? JSON.writeValueAsString(standing) : Findings.text(standing));
        out.flush();
        return standing.problem() == null ? 0 : FAILURE;
    }

    private int tell(List<Described> found) throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        boolean failed = false;
        for (Described described : found) {
            Verdict verdict = Verdict.of(described);
            out.println(output == Format.json ? verdict.json() : verdict.text());
            failed |= verdict.failure();
        }
        out.flush();
        return failed ? FAILURE : 0;
    }

    private int refused(String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(
                subject.resource == null
                        ? "--from %s: %s.".formatted(subject.from, why)
                        : "%s: %s.".formatted(subject.resource, why));
        err.flush();
        return UNREADABLE;
    }

    private Reader open() throws IOException {
        return subject.from.equals(STANDARD_INPUT)
                ? new InputStreamReader(System.in, StandardCharsets.UTF_8)
                : Files.newBufferedReader(Path.of(subject.from));
    }
}
