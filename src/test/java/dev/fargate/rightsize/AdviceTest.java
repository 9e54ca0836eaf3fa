package dev.fargate.rightsize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.RightSize;
import dev.fargate.api.RightSize.Judged;
import dev.fargate.api.RightSize.Verdict;
import dev.fargate.aws.Utilisation;
import dev.fargate.cost.PriceTable;
import dev.fargate.cost.SpotShare;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.model.CPUArchitecture;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

class AdviceTest {
    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
    private static final String SINCE = "2026-03-01T12:00:00Z";
    private static final int TWO_WEEKS = 336;
    private static final SpotShare TWO_TASKS = SpotShare.of(List.of(), 2);

    /** Of the size, each hour has the same peaks; a fifth of what is advised stays free. */
    @ParameterizedTest(name = "{0}/{1} at {2} % and {3} %: {4} {5}/{6}")
    @CsvSource({
        // size, CPU and memory used, verdict, advised size, saved with two tasks in Ireland
        "1024, 4096, 20, 20, Smaller, 256, 1024, 63.79",
        "1024, 4096, 20, 10, Smaller, 256, 512, 67.04",
        "1024, 2048, 20, 80, Smaller, 256, 2048, 44.33",
        "1024, 2048, 80, 80, Fits, , , ",
        "1024, 2048, 80, 81, Larger, 1024, 3072, -6.49",
        "1024, 2048, 81, 40, Larger, 2048, 4096, -72.08",
        "256, 512, 80, 80, Fits, , , ",
        "256, 512, 5, 5, Fits, , , ",
        "256, 512, 100, 10, Larger, 512, 1024, -18.02",
        "256, 2048, 10, 100, Larger, 512, 3072, -21.26",
        "256, 2048, 80, 60, Fits, , , ",
        // More memory of less CPU: cheaper, and yet not what the tasks could do without.
        "512, 1024, 40, 100, Larger, 256, 2048, 8.29",
        "8192, 16384, 30, 30, Smaller, 4096, 8192, 288.32",
        "16384, 122880, 100, 50, Larger, , , ",
    })
    void the_cheapest_size_with_a_margin_is_advised(
            int cpu,
            int memory,
            int cpuPercent,
            int memoryPercent,
            Verdict verdict,
            Integer as,
            Integer with,
            String saves) {
        RightSize advice = advice(task(cpu, memory), TWO_TASKS, true, hours(cpuPercent, memoryPercent, TWO_WEEKS));

        assertThat(advice.verdict()).isEqualTo(verdict);
        assertThat(advice.cpu()).isEqualTo(as);
        assertThat(advice.memory()).isEqualTo(with);
        assertThat(advice.savesMonthly()).isEqualTo(saves);
        assertThat(advice.used().cpuPercent()).isEqualTo(cpuPercent);
        assertThat(advice.of()).isEqualTo(new Judged(cpu, memory, SINCE));
    }

    @Test
    void the_sentence_says_what_it_rests_on() {
        assertThat(advice(task(1024, 4096), TWO_TASKS, true, hours(20, 20, TWO_WEEKS))
                        .message())
                .isEqualTo(
                        "cpu 256 with memory 1024 is enough and saves 63.79 USD a month: in 336 hours the busiest task"
                                + " used up to 20 % of cpu 1024 and 20 % of memory 4096.");
        assertThat(advice(task(1024, 2048), TWO_TASKS, true, hours(80, 81, TWO_WEEKS))
                        .message())
                .startsWith(
                        "cpu 1024 with memory 3072 would leave a margin and costs 6.49 USD a month more: in 336 hours");
        assertThat(advice(task(1024, 2048), TWO_TASKS, true, hours(50, 50, TWO_WEEKS))
                        .message())
                .startsWith("The size is right: in 336 hours the busiest task used up to 50 % of cpu 1024");
        assertThat(advice(task(16384, 122880), TWO_TASKS, true, hours(100, 50, TWO_WEEKS))
                        .message())
                .startsWith("Fargate sells no size that would leave a margin, use more tasks: in 336 hours");
    }

    @Test
    void a_week_of_hours_is_enough_and_less_is_said_to_be_too_little() {
        RightSize short_ = advice(task(1024, 4096), TWO_TASKS, true, hours(20, 20, 167));

        assertThat(short_.verdict()).isEqualTo(Verdict.NotEnoughData);
        assertThat(short_.message())
                .isEqualTo(
                        "CloudWatch has 167 hours of utilisation of tasks with cpu 1024 with memory 4096; a size can be"
                                + " advised from 168 within two weeks on.");
        assertThat(short_.cpu()).isNull();
        assertThat(advice(task(1024, 4096), TWO_TASKS, true, hours(20, 20, 168)).verdict())
                .isEqualTo(Verdict.Smaller);
        assertThat(advice(task(1024, 4096), TWO_TASKS, true, new Utilisation(List.of(), List.of()))
                        .verdict())
                .isEqualTo(Verdict.NotEnoughData);
    }

    @Test
    void what_tasks_do_when_they_start_counts_for_memory_and_not_for_CPU() {
        List<Double> cpu = Stream.concat(Collections.nCopies(333, 20.0).stream(), Stream.of(100.0, 100.0, 100.0))
                .toList();

        assertThat(advice(task(1024, 4096), TWO_TASKS, true, new Utilisation(cpu, Collections.nCopies(336, 20.0)))
                        .cpu())
                .isEqualTo(256);
        assertThat(advice(task(1024, 4096), TWO_TASKS, true, new Utilisation(Collections.nCopies(336, 20.0), cpu))
                        .verdict())
                .isEqualTo(Verdict.Larger);
    }

    @Test
    void where_others_scale_the_service_CPU_is_not_made_less() {
        RightSize advice = advice(task(1024, 8192), TWO_TASKS, false, hours(20, 20, TWO_WEEKS));

        assertThat(advice.verdict()).isEqualTo(Verdict.Smaller);
        assertThat(advice.cpu()).isEqualTo(1024);
        assertThat(advice.memory()).isEqualTo(2048);
        assertThat(advice.message()).endsWith("as whoever scales the service may go by it (desiredCount is not set).");
    }

    @Test
    void Spot_and_ARM_save_less_since_they_cost_less() {
        SpotShare spot = SpotShare.of(
                List.of(CapacityProviderStrategyItem.builder()
                        .capacityProvider("FARGATE_SPOT")
                        .weight(1)
                        .build()),
                2);
        RegisterTaskDefinitionRequest arm = task(1024, 4096).toBuilder()
                .runtimePlatform(platform -> platform.cpuArchitecture(CPUArchitecture.ARM64))
                .build();

        assertThat(advice(task(1024, 4096), spot, true, hours(20, 20, TWO_WEEKS))
                        .savesMonthly())
                .isEqualTo("19.14");
        assertThat(advice(arm, TWO_TASKS, true, hours(20, 20, TWO_WEEKS)).savesMonthly())
                .isEqualTo("51.04");
    }

    @Test
    void a_service_of_no_tasks_saves_nothing_and_a_region_without_prices_says_nothing_of_money() {
        assertThat(advice(task(1024, 4096), SpotShare.of(List.of(), 0), true, hours(20, 20, TWO_WEEKS))
                        .savesMonthly())
                .isEqualTo("0.00");
        RightSize unpriced = Advice.of(
                Tasks.of(task(1024, 4096), TWO_TASKS, true, PriceTable.ofRelease(), "xx-nowhere-1"),
                new Judged(1024, 4096, SINCE),
                Need.used(hours(20, 20, TWO_WEEKS)),
                NOW);

        assertThat(unpriced.cpu()).isEqualTo(256);
        assertThat(unpriced.savesMonthly()).isNull();
        assertThat(unpriced.message()).startsWith("cpu 256 with memory 1024 is enough: in 336 hours");
    }

    @Test
    void what_containers_ask_for_themselves_fits_into_the_size() {
        RegisterTaskDefinitionRequest limited = task(1024, 4096).toBuilder()
                .containerDefinitions(
                        ContainerDefinition.builder()
                                .name("web")
                                .cpu(400)
                                .memory(1500)
                                .build(),
                        ContainerDefinition.builder()
                                .name("logs")
                                .cpu(100)
                                .memory(1800)
                                .memoryReservation(100)
                                .build())
                .build();

        RightSize advice = advice(limited, TWO_TASKS, true, hours(5, 5, TWO_WEEKS));
        assertThat(advice.cpu()).isEqualTo(512);
        assertThat(advice.memory()).isEqualTo(2048);
    }

    private static RightSize advice(
            RegisterTaskDefinitionRequest task, SpotShare spread, boolean counted, Utilisation utilisation) {
        return Advice.of(
                Tasks.of(task, spread, counted, PriceTable.ofRelease(), "eu-west-1"),
                new Judged(Integer.parseInt(task.cpu()), Integer.parseInt(task.memory()), SINCE),
                Need.used(utilisation),
                NOW);
    }

    private static Utilisation hours(double cpu, double memory, int hours) {
        return new Utilisation(Collections.nCopies(hours, cpu), Collections.nCopies(hours, memory));
    }

    private static RegisterTaskDefinitionRequest task(int cpu, int memory) {
        return RegisterTaskDefinitionRequest.builder()
                .cpu(String.valueOf(cpu))
                .memory(String.valueOf(memory))
                .build();
    }
}
