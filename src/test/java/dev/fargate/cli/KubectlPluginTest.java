package dev.fargate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kubectl fargate} is a link to a script beside the operator's jar. */
class KubectlPluginTest {
    private static final Path SCRIPT = Path.of("operator/kubectl/kubectl-fargate");

    @TempDir
    private Path home;

    private Path plugin;

    private record Ended(int status, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        Path script = Files.copy(
                SCRIPT, Files.createDirectory(home.resolve("fargate")).resolve("kubectl-fargate"));
        plugin = Files.createSymbolicLink(
                Files.createDirectory(home.resolve("bin")).resolve("kubectl-fargate"), script);
        Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 4\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void it_hands_its_arguments_on_and_ends_as_the_command_does() throws Exception {
        Path jar = Files.createFile(home.resolve("fargate/fargate-operator.jar"));

        Ended ended = run("plan", "-f", "a manifest.yaml");

        assertThat(ended.out().lines())
                .containsExactly(
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toRealPath().toString(),
                        "plan",
                        "-f",
                        "a manifest.yaml");
        assertThat(ended.status()).isEqualTo(4);
    }

    @Test
    void without_its_jar_it_says_where_that_belongs() throws Exception {
        Ended ended = run("diagnose", "fsvc/web");

        assertThat(ended.err()).contains("fargate-operator.jar", "FARGATE_OPERATOR_JAR");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.status()).isEqualTo(3);
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(plugin.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().remove("FARGATE_OPERATOR_JAR");
        builder.environment().put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), out, err);
    }
}
