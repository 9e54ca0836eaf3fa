package dev.fargate.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fargate.simulator.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs after all other integration tests, and looks at what their operators called. */
class CalledActionsIT {

    @Test
    void thePolicyAllowsWhatWasCalledAndNothingElse() throws IOException {
        assumeTrue(System.getProperty("it.test") == null, "only a run of all tests calls everything");
        Set<String> called = new TreeSet<>();
        for (Path file : files()) {
            called.addAll(Files.readAllLines(file));
            Files.delete(file);
        }

        assertThat(Policy.neededBy(called))
                .as("called by the operators of all integration tests, and what AWS checks beside that")
                .isEqualTo(Policy.allowed());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SimulatorProcess.ACTIONS)) {
            return files.toList();
        }
    }
}
