package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each promise to users is held by an integration test that carries its tag: (1) the spec is the user's, (2) Ready means ready,
 * (3) nothing twice, (4) nothing foreign, (5) nothing lost, (6) a quiet second pass, (7) the desired count is shared, (8) a failure
 * explains itself, (9) a good citizen in the account.
 */
class PromisesTest {
    private static final Path TESTS = Path.of("src", "test", "java");

    @ParameterizedTest(name = "promise {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void aPromiseHasAnIntegrationTest(int promise) throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            assertThat(files.filter(file -> file.toString().endsWith("IT.java")))
                    .anySatisfy(
                            file -> assertThat(Files.readString(file)).contains("@Tag(\"promise-" + promise + "\")"));
        }
    }
}
