package dev.fargate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.When;
import dev.fargate.simulator.journal.Outcome;
import dev.fargate.simulator.limit.Category;
import dev.fargate.simulator.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The AWS CLI against the simulator: routing, faults, limits, counts and filters, over moto's services. */
class SimulatorShellIT {
    private static SimulatorProcess aws;
    private static SimulatorClient control;

    @BeforeAll
    static void start() {
        aws = SimulatorProcess.start("--clock", "virtual");
        control = aws.control();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @BeforeEach
    void empty() {
        control.reset();
    }

    @Test
    void otherServicesAreMotos() {
        String group = cli("ec2", "create-security-group", "--group-name", "web", "--description", "d")
                .path("GroupId")
                .asText();

        assertThat(group).startsWith("sg-");
        assertThat(cli("eks", "list-clusters").path("clusters")).isEmpty();
        assertThat(control.calls("ec2", "CreateSecurityGroup", Outcome.OK)).isEqualTo(1);
        assertThat(control.calls("eks", "ListClusters", Outcome.OK)).isEqualTo(1);
    }

    @Test
    void whatIsCreatedAndDeletedLeavesTheDumpAsItWas() {
        JsonNode before = control.dump();
        String group = cli("ec2", "create-security-group", "--group-name", "web", "--description", "d")
                .path("GroupId")
                .asText();
        assertThat(control.dump()).isNotEqualTo(before);

        run("ec2", "delete-security-group", "--group-id", group);

        assertThat(control.dump()).isEqualTo(before);
    }

    @Test
    void aGroupThatAnotherOnesRuleNamesIsNotDeleted() {
        String used = cli("ec2", "create-security-group", "--group-name", "used", "--description", "d")
                .path("GroupId")
                .asText();
        String user = cli("ec2", "create-security-group", "--group-name", "user", "--description", "d")
                .path("GroupId")
                .asText();
        run(
                "ec2",
                "authorize-security-group-ingress",
                "--group-id",
                user,
                "--source-group",
                used,
                "--protocol",
                "tcp",
                "--port",
                "80");

        assertThat(run("ec2", "delete-security-group", "--group-id", used).output())
                .contains("DependencyViolation");
        run("ec2", "delete-security-group", "--group-id", user);
        assertThat(run("ec2", "delete-security-group", "--group-id", used).exitCode())
                .isZero();
    }

    @Test
    void whatMotoCannotDoIsARefusalAndAViolation() {
        Command.Result result = run("ec2", "describe-mac-hosts");

        assertThat(result.output()).contains("UnknownOperationException");
        assertThat(control.violations()).singleElement().satisfies(violation -> assertThat(violation.action())
                .isEqualTo("ec2:DescribeMacHosts"));
    }

    @Test
    void refusalsAreUnderstoodInEachProtocol() {
        String script =
                Path.of("src", "test", "resources", "simulator", "refusals.py").toString();

        Command.Result result =
                Command.run(aws.environment(), List.of(LocalTools.provided().python(), script));

        assertThat(result.exitCode()).as(result.output()).isZero();
        for (String service : List.of("ecs", "eks", "ec2", "sts", "iam")) {
            assertThat(control.counts())
                    .filteredOn(count -> count.service().equals(service))
                    .extracting(SimulatorClient.Count::outcome)
                    .contains(Outcome.THROTTLED, Outcome.DENIED);
        }
        assertThat(control.bucketUse())
                .filteredOn(use -> use.category() == Category.TASK_DEFINITION_MODIFY)
                .singleElement()
                .satisfies(use -> {
                    assertThat(use.refused()).isPositive();
                    assertThat(use.admitted() + use.refused()).isEqualTo(30);
                });
    }

    @Test
    void aScheduleRunsByTheSimulatorsClock() {
        String script = Path.of("src", "test", "resources", "simulator", "schedule_life.py")
                .toString();

        Command.Result result =
                Command.run(aws.environment(), List.of(LocalTools.provided().python(), script));

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(control.violations()).isEmpty();
        assertThat(control.calls("scheduler", "CreateSchedule", Outcome.OK)).isEqualTo(2);
    }

    @Test
    void aLostReplyComesAfterTheEffect() {
        control.add(Fault.nth(1, "ec2", "CreateSecurityGroup", new Effect.Drop(When.AFTER)));

        Command.Result result = run("ec2", "create-security-group", "--group-name", "web", "--description", "d");

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).contains("Connection was closed");
        assertThat(control.calls("ec2", "CreateSecurityGroup", Outcome.LOST)).isEqualTo(1);
        assertThat(cli("ec2", "describe-security-groups", "--filters", "Name=group-name,Values=web")
                        .path("SecurityGroups"))
                .hasSize(1);
    }

    @Test
    void anOutageLastsUntilItIsCleared() {
        control.add(Fault.outage());
        assertThat(run("sts", "get-caller-identity").exitCode()).isNotZero();
        assertThat(run("ecs", "list-clusters").exitCode()).isNotZero();

        control.clearFaults();

        assertThat(run("sts", "get-caller-identity").exitCode()).isZero();
    }

    @Test
    void aHeldCallGoesOnWhenReleased() {
        int hold = control.add(Fault.nth(1, "sts", "GetCallerIdentity", new Effect.Hold(When.BEFORE)));
        CompletableFuture<Command.Result> held = CompletableFuture.supplyAsync(() -> run("sts", "get-caller-identity"));
        await().until(() -> control.faults().getFirst().holding() == 1);

        control.release(hold);

        assertThat(held.join().exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"BEFORE, 0", "AFTER, 1"})
    void aCallCanKillAProcessOnEitherSideOfItsEffect(When when, int groups) throws IOException {
        Process victim = new ProcessBuilder("sleep", "600").start();
        control.add(Fault.nth(1, "ec2", "CreateSecurityGroup", new Effect.Kill(victim.pid(), when)));

        run("ec2", "create-security-group", "--group-name", "web", "--description", "d");

        assertThat(victim.isAlive()).isFalse();
        assertThat(cli("ec2", "describe-security-groups", "--filters", "Name=group-name,Values=web")
                        .path("SecurityGroups"))
                .hasSize(groups);
    }

    @Test
    void callsWithCredentialsOfARoleBelongToItsAccount() {
        JsonNode credentials = cli(
                        "sts",
                        "assume-role",
                        "--role-arn",
                        "arn:aws:iam::222222222222:role/deploy",
                        "--role-session-name",
                        "session")
                .path("Credentials");
        Map<String, String> environment = new HashMap<>(aws.environment());
        environment.put("AWS_ACCESS_KEY_ID", credentials.path("AccessKeyId").asText());
        environment.put(
                "AWS_SECRET_ACCESS_KEY", credentials.path("SecretAccessKey").asText());
        environment.put("AWS_SESSION_TOKEN", credentials.path("SessionToken").asText());

        Command.run(environment, command("ecs", "list-clusters"));

        assertThat(control.requests("ecs", "ListClusters"))
                .singleElement()
                .satisfies(call -> assertThat(call.accountId()).isEqualTo("222222222222"));
    }

    @Test
    void timeMovesOnlyWhenTold() {
        Instant start = control.now();

        Instant later = control.advance(Duration.ofHours(1));

        assertThat(later).isEqualTo(start.plus(Duration.ofHours(1)));
        assertThat(control.now()).isEqualTo(later);
    }

    private static Command.Result run(String... arguments) {
        return Command.run(aws.environment(), command(arguments));
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(LocalTools.provided().aws(), "--output", "json"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static JsonNode cli(String... arguments) {
        Command.Result result = run(arguments);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return Json.parse(result.output().getBytes(StandardCharsets.UTF_8));
    }
}
