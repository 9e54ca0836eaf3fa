package dev.fargate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.simulator.journal.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** boto3 against the simulator: see {@code service_life.py}. */
class SimulatedServiceIT {
    private static SimulatorProcess aws;

    @BeforeAll
    static void start() {
        aws = SimulatorProcess.start("--clock", "virtual");
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void boto3LivesThroughAServiceAndTheModelHasNothingToSay() {
        String script = Path.of("src", "test", "resources", "simulator", "service_life.py")
                .toString();

        Command.Result result =
                Command.run(aws.environment(), List.of(LocalTools.provided().python(), script));

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(aws.control().violations()).isEmpty();
        assertThat(aws.control().calls("ecs", "RegisterTaskDefinition", Outcome.OK))
                .isEqualTo(3);
        assertThat(aws.control().calls("ecs", "UpdateService", Outcome.OK)).isEqualTo(2);
        assertThat(aws.control().batches()).anySatisfy(batch -> {
            assertThat(batch.operation()).isEqualTo("DescribeServices");
            assertThat(batch.largest()).isEqualTo(1);
        });
    }
}
