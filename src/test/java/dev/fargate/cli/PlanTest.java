package dev.fargate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PlanTest {
    /** What the process would leave behind. */
    private record Run(int status, String err) {}

    @Test
    void a_manifest_that_is_not_there_is_named() {
        assertThat(run("-f", "nowhere.yaml"))
                .isEqualTo(new Run(Plan.UNREADABLE, "-f nowhere.yaml: there is no such file.\n"));
    }

    @Test
    void what_is_no_manifest_is_refused(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("web.yaml"), "just: words\n");

        Run run = run("-f", file.toString());

        assertThat(run.status()).isEqualTo(Plan.UNREADABLE);
        assertThat(run.err()).startsWith("-f " + file + ": it is no manifest of Kubernetes");
    }

    @Test
    void a_wrong_command_line_has_a_status_of_its_own() {
        assertThat(run().status()).isEqualTo(2);
        assertThat(run("-f", "web.yaml", "-o", "yaml").status()).isEqualTo(2);
    }

    private static Run run(String... arguments) {
        StringWriter err = new StringWriter();
        CommandLine command =
                Main.commandLine().setErr(new PrintWriter(err)).setOut(new PrintWriter(new StringWriter()));
        String[] all = new String[arguments.length + 1];
        all[0] = "plan";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Run(command.execute(all), err.toString());
    }
}
