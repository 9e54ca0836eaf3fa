package dev.fargate.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each layout says the sentences that stand in the text beside it. */
class ReachabilityTest {

    static List<Path> layouts() throws IOException {
        try (Stream<Path> files = Files.list(Layout.DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("defaults.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void a_layout_says_what_is_reached_and_how(Path file) throws IOException {
        Layout layout = Layout.read(file);
        Reachability reachability = new Reachability(layout.vpc(), layout.placement());

        String said = layout.targets().stream()
                .map(target -> "%s: %s\n".formatted(name(target), told(reachability.of(target))))
                .collect(Collectors.joining());

        Path expected = expected(file);
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(expected, said);
        }
        assertThat(expected)
                .as("if the new sentence is right: ./mvnw -q test -Dtest=ReachabilityTest -Dregenerate=true")
                .content()
                .isEqualTo(said);
    }

    @Test
    void every_text_has_its_layout() throws IOException {
        try (Stream<Path> files = Files.list(Layout.DIRECTORY)) {
            assertThat(files.filter(file -> file.toString().endsWith(".txt")))
                    .hasSameElementsAs(
                            layouts().stream().map(ReachabilityTest::expected).toList())
                    .hasSizeGreaterThanOrEqualTo(25);
        }
    }

    private static Path expected(Path file) {
        return Path.of(file.toString().replace(".yaml", ".txt"));
    }

    private static String name(Target target) {
        return switch (target) {
            case Target.Service service -> service.service().endpoint();
            case Target.Internet internet -> internet.title();
        };
    }

    private static String told(Reach reach) {
        return reach.getClass().getSimpleName() + ", " + reach.sentence();
    }
}
