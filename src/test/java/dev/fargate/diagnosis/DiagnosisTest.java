package dev.fargate.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.fargate.diagnosis.Ending.Exit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosisTest {
    /** A status has room for five of them. */
    private static final int LONGEST = 400;

    private static final TaskFacts FACTS = new TaskFacts(
            new TaskFacts.Size(OptionalInt.of(512), "cpu 256 with memory 1024", OptionalInt.empty(), "X86_64"),
            new TaskFacts.Roles("arn:aws:iam::123456789012:role/execution", "arn:aws:iam::123456789012:role/task"),
            new TaskFacts.Network(List.of("subnet-a", "subnet-b"), List.of("sg-a"), false),
            List.of(new TaskFacts.Container("app", true, OptionalInt.empty(), "/fargate/shop/web", true)),
            List.of("data (fs-0123)"));

    /** How far the words of a line were found again at their address; the file's head tells what each means. */
    enum Checked {
        there,
        elsewhere,
        no
    }

    /**
     * One line of the file.
     *
     * @param task the stoppedReason where the container has no words of its own
     * @param says what the meaning must name
     */
    record Reason(
            Cause cause,
            String from,
            Checked checked,
            String code,
            String task,
            String reason,
            Integer exit,
            String says) {
        Ending ending() {
            String stopCode = Objects.requireNonNullElse(code, "TaskFailedToStart");
            boolean exited = stopCode.equals("EssentialContainerExited");
            String words = Objects.requireNonNullElse(reason, "");
            String stopped = exited ? "Essential container in task exited" : Objects.requireNonNullElse(task, words);
            return new Ending(
                    stopCode,
                    stopped,
                    "ecs-svc/1",
                    List.of(new Exit(
                            "app", "nginx:1", exit == null ? OptionalInt.empty() : OptionalInt.of(exit), words)));
        }

        @Override
        public String toString() {
            return cause + ": " + Objects.requireNonNullElse(reason, code + " " + exit);
        }
    }

    static List<Reason> reasons() {
        try (InputStream file = DiagnosisTest.class.getResourceAsStream("reasons.yaml")) {
            return new YAMLMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void the_words_of_ECS_lead_to_their_cause_and_a_next_step(Reason reason) {
        Diagnosis diagnosis = Diagnosis.of(reason.ending(), FACTS);

        assertThat(diagnosis.cause()).isEqualTo(reason.cause());
        assertThat(diagnosis.meaning())
                .contains(Objects.requireNonNullElse(reason.says(), ""))
                .hasSizeLessThanOrEqualTo(LONGEST);
    }

    @Test
    void every_cause_has_words_of_AWS_that_lead_to_it() {
        assertThat(reasons()).allMatch(reason -> reason.from().startsWith("https://") && reason.checked() != null);
        assertThat(reasons().stream().filter(reason -> reason.checked() == Checked.there))
                .hasSizeGreaterThanOrEqualTo(60);
        assertThat(reasons().stream().map(Reason::cause).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Cause.class));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void a_cause_of_which_nothing_else_is_known_still_makes_a_sentence(Cause cause) {
        String sentence = new Meanings(new Finding(cause, Optional.empty(), ""), TaskFacts.NONE).sentence();

        assertThat(sentence).matches("[A-Z].*").doesNotContain("  ", "null", ": .", " .");
    }

    @Test
    void the_container_that_ended_first_is_blamed_and_not_those_that_were_taken_along() {
        TaskFacts facts =
                withContainers(container("app", true, 0), container("envoy", true, 0), container("init", false, 0));

        Diagnosis diagnosis =
                Diagnosis.of(exited(exit("init", 0, ""), exit("envoy", 143, ""), exit("app", 3, "")), facts);

        assertThat(diagnosis.meaning()).startsWith("Container app ended by itself with exit code 3.");
    }

    @Test
    void a_container_with_a_limit_of_its_own_needs_more_of_the_task() {
        TaskFacts facts = withContainers(container("app", true, 256), container("envoy", true, 0));
        String killed = "OutOfMemoryError: Container killed due to memory usage";

        assertThat(Diagnosis.of(exited(exit("envoy", 143, ""), exit("app", 137, killed)), facts)
                        .meaning())
                .startsWith("Container app used more than its own memory limit of 256 MiB.")
                .contains("the task has 512 MiB");
    }

    @Test
    void what_was_seen_of_the_memory_before_is_told() {
        assertThat(Diagnosis.of(
                                Ending.of("OutOfMemoryError: Container killed due to memory usage"),
                                FACTS.using(OptionalInt.of(93)))
                        .meaning())
                .contains(
                        "used more than the task's 512 MiB of memory, of which CloudWatch had seen up to 93 % used. Take");
    }

    @Test
    void of_several_containers_the_one_whose_image_is_named_could_not_be_pulled() {
        String words = "CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref"
                + " envoy:9: not found";
        Ending ending = new Ending(
                "TaskFailedToStart",
                words,
                "",
                List.of(
                        new Exit("app", "nginx:1", OptionalInt.empty(), words),
                        new Exit("proxy", "envoy:9", OptionalInt.empty(), words)));

        assertThat(Diagnosis.of(ending, FACTS).meaning()).startsWith("Image envoy:9 of container proxy does not exist");
    }

    @Test
    void in_a_public_subnet_the_way_is_the_internet_gateway() {
        TaskFacts open = new TaskFacts(
                FACTS.size(),
                FACTS.roles(),
                new TaskFacts.Network(List.of("subnet-a"), List.of(), true),
                List.of(),
                List.of());

        assertThat(Diagnosis.of(
                                Ending.of(
                                        "CannotPullContainerError: Get https://registry-1.docker.io/v2/: i/o timeout"),
                                open)
                        .meaning())
                .contains("Subnet subnet-a must have a route to an internet gateway");
    }

    private static TaskFacts withContainers(TaskFacts.Container... containers) {
        return new TaskFacts(FACTS.size(), FACTS.roles(), FACTS.network(), Arrays.asList(containers), FACTS.volumes());
    }

    private static TaskFacts.Container container(String name, boolean essential, int memoryMib) {
        return new TaskFacts.Container(
                name, essential, memoryMib == 0 ? OptionalInt.empty() : OptionalInt.of(memoryMib), "", false);
    }

    private static Ending exited(Exit... containers) {
        return new Ending(
                "EssentialContainerExited", "Essential container in task exited", "", Arrays.asList(containers));
    }

    private static Exit exit(String container, int code, String reason) {
        return new Exit(container, container + ":1", OptionalInt.of(code), reason);
    }
}
