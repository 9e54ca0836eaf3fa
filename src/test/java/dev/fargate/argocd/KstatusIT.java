package dev.fargate.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fargate.simulator.LocalTools;
import dev.fargate.testing.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Flux's view of the same resources, by the library that it judges with. */
class KstatusIT {
    /** It has no word for what is suspended. */
    private static final Map<String, List<String>> SAME = Map.of(
            "Healthy", List.of("Current"),
            "Degraded", List.of("Failed"),
            "Progressing", List.of("InProgress", "Terminating"),
            "Suspended", List.of("InProgress"));

    @Test
    void kstatusSeesWhatArgoCdSees() {
        Optional<String> kstatus = LocalTools.provided().kstatus();
        assumeTrue(kstatus.isPresent(), "kstatus is built with Go, and there is none");
        List<String> command = new ArrayList<>(List.of(kstatus.orElseThrow()));
        Seen.all().forEach(seen -> command.add(seen.file().toString()));

        Map<String, String> judged = Program.run(new ProcessBuilder(command))
                .lines()
                .map(line -> line.split("\t", -1))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));

        assertThat(Seen.all())
                .allSatisfy(seen -> assertThat(judged.get(seen.file().toString()))
                        .as("%s", seen)
                        .isIn(SAME.get(seen.health())));
    }
}
