package dev.fargate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.fargate.described.Described;
import dev.fargate.described.Descriptions;
import dev.fargate.described.NotDescribed;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Explains what the AWS CLI printed. Needs no cluster and no AWS. */
@Command(
        name = "diagnose",
        description = {
            "Says why tasks stopped, what it means and what to do next, from what the AWS CLI printed. Needs no cluster and no AWS:",
            "  aws ecs describe-tasks --cluster C --tasks T | fargate-operator diagnose --from -"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no failure: nothing stopped, or only by routine or from outside (a Spot interruption, a person)",
            "1:at least one failure",
            "2:wrong command line",
            "3:the text could not be read, or nothing of ECS is in it"
        },
        mixinStandardHelpOptions = true)
final class Diagnose implements Callable<Integer> {
    static final int FAILURE = 1;
    static final int UNREADABLE = 3;
    private static final String STANDARD_INPUT = "-";

    /** How it is told. */
    enum Format {
        text,
        json
    }

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE|-",
            description =
                    "What `aws ecs describe-tasks` or `describe-services` printed as JSON, or lines with a task, a"
                            + " service, a service event or an EventBridge event each; - reads standard input.")
    private String from;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "text",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            paramLabel = "text|json",
            description = "json: one object in each line, with cause, failure, advice and what it rests on.")
    private Format output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
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
        err.println("--from %s: %s.".formatted(from, why));
        err.flush();
        return UNREADABLE;
    }

    private Reader open() throws IOException {
        return from.equals(STANDARD_INPUT)
                ? new InputStreamReader(System.in, StandardCharsets.UTF_8)
                : Files.newBufferedReader(Path.of(from));
    }
}
