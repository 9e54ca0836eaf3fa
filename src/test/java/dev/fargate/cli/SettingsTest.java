package dev.fargate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Option;

/** The page of settings is what the command line says, and every setting is complete. */
class SettingsTest {
    private static final Path PAGE = Path.of("operator/settings.md");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Z_]+)(?::-(.*))?}");

    /** The options as they are written: picocli's model has the variables already replaced. */
    static List<Option> settings() {
        return Stream.of(Run.class, RoleOptions.class)
                .flatMap(options -> Arrays.stream(options.getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(Option.class))
                .map(field -> field.getAnnotation(Option.class))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void every_setting_has_an_environment_variable_and_a_description(Option option) {
        assertThat(option.defaultValue()).as(name(option)).matches(VARIABLE);
        assertThat(String.join(" ", option.description())).as(name(option)).endsWith(".");
    }

    @Test
    void the_page_of_settings_is_what_the_command_line_says() throws IOException {
        String page = page();
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("differs from the command line: ./mvnw -q test -Dtest=SettingsTest -Dregenerate=true")
                .exists()
                .content()
                .isEqualTo(page);
    }

    private static String page() {
        return "<!-- Generated from the command line: ./mvnw -q test -Dtest=SettingsTest -Dregenerate=true -->\n"
                + "# Settings\n\n"
                + "Options of `run`; each can also be given as an environment variable. Durations are written 500ms,"
                + " 15s, 10m or 1h.\n\n"
                + "| option | variable | default | meaning |\n|---|---|---|---|\n"
                + settings().stream().map(SettingsTest::row).collect(Collectors.joining());
    }

    private static String name(Option option) {
        return option.names()[0];
    }

    private static String row(Option option) {
        Matcher variable = VARIABLE.matcher(option.defaultValue());
        assertThat(variable.matches()).isTrue();
        return "| `%s` | `%s` | %s | %s |\n"
                .formatted(
                        name(option),
                        variable.group(1),
                        variable.group(2) == null ? "" : "`" + variable.group(2) + "`",
                        String.join(" ", option.description()));
    }
}
