package dev.fargate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DiagnoseTest {
    private static final Path SAMPLES = Path.of("src/test/resources/dev/fargate/described");

    /** What the process would leave behind. */
    private record Run(int status, String out, String err) {}

    @Test
    void tasks_that_stopped_are_explained_and_those_that_run_are_not() {
        Run run = run("--from", sample("describe-tasks.json"));

        assertThat(run.status()).isEqualTo(Diagnose.FAILURE);
        assertThat(run.out()).isEqualTo("""
                        task 1a2b at 2026-03-01T12:00:05.000000+00:00: OutOfMemory
                          Container app used more than the task's 512 MiB of memory. Take the next size, cpu 256 with memory 1024, or make it use less.
                        task 2b3c at 2026-03-01T12:00:05.500Z: Scaling (no failure)
                          The service was scaled in. Nothing is to be done.
                        """);
    }

    @Test
    void json_tells_what_a_diagnosis_rests_on() throws IOException {
        Run run = run("--from", sample("describe-tasks.json"), "-o", "json");

        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.getFirst());
        assertThat(first.propertyStream().map(java.util.Map.Entry::getKey))
                .containsExactly("subject", "at", "cause", "failure", "advice", "restsOn");
        assertThat(first.get("failure").asBoolean()).isTrue();
        assertThat(first.get("restsOn").toString())
                .isEqualTo("{\"stopCode\":\"EssentialContainerExited\",\"container\":\"app\",\"image\":\"shop/web:1\","
                        + "\"exitCode\":137}");
    }

    @Test
    void a_service_is_explained_by_its_events_alike_ones_once_and_without_routine() throws IOException {
        Run run = run("--from", sample("describe-services.json"), "-o", "json");

        assertThat(run.status()).isEqualTo(Diagnose.FAILURE);
        JsonNode only = new ObjectMapper().readTree(run.out());
        assertThat(run.out().lines()).hasSize(1);
        assertThat(only.get("subject").asText()).isEqualTo("service web");
        assertThat(only.get("cause").asText()).isEqualTo("NetworkUnreachable");
        assertThat(only.get("advice").asText()).contains("subnet-0a1", "ecr.dkr", "sg-0b2");
        assertThat(only.get("restsOn").get("names")).map(JsonNode::asText).containsExactly("subnet-0a1", "sg-0b2");
    }

    @Test
    void lines_are_tasks_events_of_services_or_of_EventBridge() {
        Run run = run("--from", sample("lines.jsonl"));

        assertThat(run.out())
                .containsSubsequence(
                        "task 9f8e: SpotInterruption (no failure)",
                        "service event at 2026-03-01T12:01:00Z: LoadBalancerHealth",
                        "task 8e7d: Unknown",
                        "ECS says: SomethingNewError: never seen")
                .doesNotContain("steady");
    }

    @Test
    void standard_input_is_read_as_well_and_no_failure_ends_with_0() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(
                "{\"message\":\"(service web) has reached a steady state.\"}".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("--from", "-")).isEqualTo(new Run(0, "", ""));
        } finally {
            System.setIn(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; the text is empty",
                "Essential container in task exited; document 1 is no JSON",
                "{\"Reservations\":[]}; found an object with Reservations",
                "{\"tasks\":[],\"failures\":[{\"arn\":\"arn:x\",\"reason\":\"MISSING\"}]}; ECS knows no arn:x",
            })
    void what_is_nothing_of_ECS_is_refused_with_what_was_found(String text, String why, @TempDir Path directory)
            throws IOException {
        Path file = Files.writeString(directory.resolve("in"), text);

        Run run = run("--from", file.toString());

        assertThat(run.status()).isEqualTo(Diagnose.UNREADABLE);
        assertThat(run.err()).startsWith("--from " + file + ": " + why);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_named_and_a_wrong_command_line_has_a_status_of_its_own() {
        assertThat(run("--from", "nowhere.json"))
                .isEqualTo(new Run(Diagnose.UNREADABLE, "", "--from nowhere.json: there is no such file.\n"));
        assertThat(run("--from", "nowhere.json", "-o", "yaml").status()).isEqualTo(2);
        assertThat(run().status()).isEqualTo(2);
    }

    private static String sample(String name) {
        return SAMPLES.resolve(name).toString();
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 1];
        all[0] = "diagnose";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        int status = command.execute(all);
        return new Run(status, out.toString(), err.toString());
    }
}
