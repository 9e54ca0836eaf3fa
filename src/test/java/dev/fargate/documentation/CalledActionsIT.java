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

        Set<String> needed = Policy.neededBy(called);
        Set<String> unused = new TreeSet<>(Policy.allowed());
        unused.removeAll(needed);
        assertThat(Policy.allowed()).as("allowed").containsAll(needed);
        assertThat(Policy.REPAIRS)
                .as("allowed and called by no integration test")
                .containsAll(unused);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SimulatorProcess.ACTIONS)) {
            return files.toList();
        }
    }
}
