package dev.fargate.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README says of causes is what the operator says. */
class CausesPageTest {
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- causes: ./mvnw -q test -Dtest=CausesPageTest -Dregenerate=true -->\n";
    private static final String END = "<!-- /causes -->";

    @Test
    void the_table_of_causes_in_the_README_is_the_one_of_the_code() throws IOException {
        String page = Files.readString(README);
        String before = page.substring(0, page.indexOf("<!-- causes"));
        String after = page.substring(page.indexOf(END));
        String expected = before + BEGIN + table() + after;
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(README, expected);
        }

        assertThat(Files.readString(README))
                .as("differs from the causes: ./mvnw -q test -Dtest=CausesPageTest -Dregenerate=true")
                .isEqualTo(expected);
    }

    private static String table() {
        return "| cause | a failure | what it means and what to do |\n|---|---|---|\n"
                + Arrays.stream(Cause.values()).map(CausesPageTest::row).collect(Collectors.joining());
    }

    private static String row(Cause cause) {
        return "| `%s` | %s | %s |\n"
                .formatted(
                        cause,
                        cause.isFailure() ? "yes" : cause.isRoutine() ? "routine" : "from outside",
                        new Meanings(new Finding(cause, Optional.empty(), ""), TaskFacts.NONE)
                                .sentence()
                                .replace("|", "\\|"));
    }
}
