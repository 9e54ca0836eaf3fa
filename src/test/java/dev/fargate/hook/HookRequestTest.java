package dev.fargate.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceSpec;
import dev.fargate.api.HookRun;
import dev.fargate.api.HookRun.State;
import dev.fargate.api.ServiceHooks.Stage;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HookRequestTest {
    private static final Instant ENDED = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void a_hook_is_named_by_its_service_and_a_long_name_stays_a_name_of_its_own() {
        String longest = "a".repeat(62);

        assertThat(HookRequest.name("web", Stage.preDeploy)).isEqualTo("web-pre-deploy");
        assertThat(HookRequest.name(longest + "x", Stage.postDeploy))
                .hasSize(63)
                .endsWith("-post-deploy")
                .isNotEqualTo(HookRequest.name(longest + "y", Stage.postDeploy));
    }

    @Test
    void other_content_and_another_command_are_other_runs() {
        String first =
                request("c-1", "migrate", Optional.empty(), Optional.empty()).attempt();

        assertThat(request("c-1", "migrate", Optional.empty(), Optional.empty()).attempt())
                .isEqualTo(first);
        assertThat(request("c-2", "migrate", Optional.empty(), Optional.empty()).attempt())
                .isNotEqualTo(first);
        assertThat(request("c-1", "upgrade", Optional.empty(), Optional.empty()).attempt())
                .isNotEqualTo(first);
    }

    @Test
    void a_run_that_goes_on_is_not_replaced_by_an_edit_of_the_hook_nor_by_a_restart() {
        HookRun running = run(State.Running, "of-another-command");

        assertThat(request("c-1", "migrate", Optional.of(ENDED.plusSeconds(60)), Optional.of(running))
                        .attempt())
                .isEqualTo("of-another-command");
    }

    @Test
    void a_failure_stands_until_a_restart_that_was_asked_for_after_it() {
        String first =
                request("c-1", "migrate", Optional.empty(), Optional.empty()).attempt();
        Optional<HookRun> failed = Optional.of(run(State.Failed, first));

        assertThat(request("c-1", "migrate", Optional.of(ENDED), failed).attempt())
                .isEqualTo(first);
        String second = request("c-1", "migrate", Optional.of(ENDED.plusSeconds(1)), failed)
                .attempt();
        assertThat(second).startsWith(first).isNotEqualTo(first);
        assertThat(request("c-1", "migrate", Optional.of(ENDED.plusSeconds(1)), Optional.of(run(State.Failed, second)))
                        .attempt())
                .as("one that failed again, by the same clock")
                .isEqualTo(second);
    }

    private static HookRun run(State state, String attempt) {
        return new HookRun(Stage.preDeploy, "web-pre-deploy", "c-1", attempt, state, ENDED.toString(), null);
    }

    private static HookRequest request(
            String content, String command, Optional<Instant> restartAt, Optional<HookRun> recorded) {
        FargateService service = new FargateService();
        service.setMetadata(
                new ObjectMetaBuilder().withNamespace("shop").withName("web").build());
        service.setSpec(Serialization.jsonMapper()
                .convertValue(
                        Map.of(
                                "environment",
                                "production",
                                "hooks",
                                Map.of(
                                        "preDeploy",
                                        Map.of(
                                                "overrides",
                                                Map.of(
                                                        "containerOverrides",
                                                        List.of(Map.of("name", "web", "command", List.of(command))))))),
                        FargateServiceSpec.class));
        return new HookRequest(service, Stage.preDeploy, content, restartAt, recorded);
    }
}
