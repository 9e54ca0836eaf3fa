package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.Drift;
import dev.fargate.api.FargateProfile;
import dev.fargate.engine.Conditions;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.Match;
import dev.fargate.simulator.fault.Schedule;
import dev.fargate.testing.Ec2;
import dev.fargate.testing.Eks;
import dev.fargate.testing.Profiles;
import dev.fargate.testing.World;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eks.model.FargateProfileStatus;

/** The life of EKS Fargate profiles; a creation or deletion takes a fifth of a second. */
class ProfileIT {
    private static World world;
    private static Eks eks;
    private static Profiles profiles;

    @BeforeAll
    static void start() {
        world = World.start();
        eks = new Eks(world);
        profiles = new Profiles(world);
        world.operator(
                "--cluster-id=test-cluster",
                "--rollout-polls=250ms",
                "--sweep=1s",
                "--identity=operator-0",
                "--pod-role-path=/fargate/pods/");
    }

    @AfterAll
    static void stop() {
        eks.close();
        world.close();
    }

    @Test
    void aReplacementKeepsAHomeForPods() {
        eks.cluster("replacing", Map.of());
        world.apply(Profiles.manifest("moving", "replacing", "shop"));
        profiles.awaitReady("moving");
        String former = eks.profile("replacing", "moving").fargateProfileArn();

        world.apply(Profiles.manifest("moving", "replacing", "store"));
        FargateProfile both = profiles.await(
                "moving", "replacing", profile -> !profile.getStatus().former().isEmpty());
        assertThat(both.getStatus().former().getFirst().arn()).isEqualTo(former);
        FargateProfile moved = profiles.awaitReady("moving");

        String name = moved.getStatus().profile().name();
        assertThat(eks.profiles("replacing")).containsExactly(name);
        assertThat(name).startsWith("moving-");
        assertThat(world.aws().calls().stream()
                        .filter(call -> call.service().equals("eks")
                                && call.operation().matches("(Create|Delete)Fargate.*")
                                && call.status() == 200)
                        .map(call -> call.operation()))
                .endsWith("CreateFargateProfile", "DeleteFargateProfile");
        profiles.delete("moving");
        profiles.awaitGone("moving");
        assertThat(eks.profiles("replacing")).isEmpty();
    }

    @Test
    @Tag("promise-3")
    void twentyProfilesOfOneClusterComeAndGoOneAfterTheOther() {
        eks.cluster("crowded", Map.of("simulator/profile-quota", "20"));
        List<String> names =
                IntStream.rangeClosed(1, 20).mapToObj(i -> "crowd-" + i).toList();

        names.forEach(name -> world.apply(Profiles.manifest(name, "crowded", "ns-" + name)));
        FargateProfile waiting = profiles.awaitReason("crowd-20", "Queued");
        assertThat(waiting.getStatus().queue().position()).isPositive();
        assertThat(waiting.getStatus().queue().waitingFor()).startsWith("crowd-");
        names.forEach(profiles::awaitReady);
        assertThat(eks.profiles("crowded")).containsExactlyInAnyOrderElementsOf(names);
        assertThat(answers("CreateFargateProfile")).hasSize(20).containsOnly(200);

        List<String> going = names.subList(0, 6);
        going.forEach(profiles::delete);
        going.forEach(profiles::awaitGone);
        assertThat(eks.profiles("crowded")).containsExactlyInAnyOrderElementsOf(names.subList(6, 20));
        assertThat(answers("DeleteFargateProfile")).hasSize(6).containsOnly(200);
    }

    @Test
    void operationsOfOthersAreWaitedOut() {
        eks.cluster("busy", Map.of());
        int theirs = world.aws()
                .add(new Fault(
                        Match.operation("eks", "CreateFargateProfile").containing("patience"),
                        Schedule.always(),
                        new Effect.Fail(
                                409,
                                "ResourceInUseException",
                                "Cannot create Fargate Profile patient because cluster busy currently has Fargate profile theirs in"
                                        + " status CREATING")));
        world.apply(Profiles.manifest("patient", "busy", "patience"));

        FargateProfile busy = profiles.awaitReason("patient", "ClusterBusy");
        assertThat(busy.getStatus().queue().waitingFor()).contains("theirs in status CREATING");
        world.aws().remove(theirs);
        profiles.awaitReady("patient");
    }

    @Test
    void aProfileOfSomebodyElseIsTakenOverOnlyWhenAsked() {
        eks.cluster("shared", Map.of());
        eks.create("shared", "theirs", "shop");
        world.apply(Profiles.manifest("theirs", "shared", "shop"));
        profiles.awaitReason("theirs", "NotOurs");

        world.apply(Profiles.manifest("theirs", "shared", "shop") + "  adoptionPolicy: IfExists\n");
        profiles.awaitReady("theirs");

        assertThat(eks.profiles("shared")).hasSize(1).allMatch(name -> name.startsWith("theirs"));
        assertThat(eks.profile("shared", eks.profiles("shared").getFirst()).tags())
                .containsEntry("fargate.dev/name", "theirs");
    }

    @Test
    void tagsFollowTheSpecAndADeletedProfileComesBack() {
        eks.cluster("drifting", Map.of());
        world.apply(Profiles.manifest("steady", "drifting", "drift") + "  tags: {team: shop}\n");
        profiles.awaitReady("steady");
        String first = eks.profile("drifting", "steady").fargateProfileArn();
        eks.untag(first, "team");
        world.until("the tag to be back", () -> "shop"
                .equals(eks.profile("drifting", "steady").tags().get("team")));
        world.apply(Profiles.manifest("steady", "drifting", "drift"));
        world.until(
                "the tag to be gone",
                () -> !eks.profile("drifting", "steady").tags().containsKey("team"));

        eks.delete("drifting", "steady");
        profiles.await(
                "steady",
                "made anew",
                profile -> profile.getStatus().profile() != null
                        && profile.getStatus().profile().arn() != null
                        && !profile.getStatus().profile().arn().equals(first)
                        && "ACTIVE".equals(profile.getStatus().profile().status()));
    }

    @Test
    void aTagIsLeftToOthersAndReportedDriftOfAnotherStays() {
        eks.cluster("reporting", Map.of());
        world.apply(Profiles.manifest("loose", "reporting", "loose")
                + "  tags: {team: shop, stage: test}\n  driftPolicy: Report\n  ignoreFields: [/tags/stage]\n");
        profiles.awaitReady("loose");
        String arn = eks.profile("reporting", "loose").fargateProfileArn();

        eks.untag(arn, "stage");
        eks.untag(arn, "team");
        FargateProfile drifted = profiles.await(
                "loose", "drifted", profile -> !profile.getStatus().drift().isEmpty());

        assertThat(drifted.getStatus().drift()).containsExactly(new Drift("tags.team", "shop", "absent"));
        assertThat(eks.profile("reporting", "loose").tags()).doesNotContainKeys("team", "stage");
    }

    @Test
    void subnetsAreChosenByTheirTags() {
        eks.cluster("tagged", Map.of());
        try (Ec2 ec2 = new Ec2(world)) {
            ec2.tag(world.account().get("SUBNET_B"), "for", "profiles");
            world.apply(Profiles.manifest("chosen", "tagged", "choice")
                    .replace(
                            "subnets: [\"${SUBNET_A}\", \"${SUBNET_B}\"]",
                            "subnetSelector: {matchTags: {for: profiles}}"));
            profiles.awaitReady("chosen");

            assertThat(eks.profile("tagged", "chosen").subnets())
                    .containsExactly(world.account().get("SUBNET_B"));
        }
    }

    @Test
    void selectorsThatAnotherProfileTakesAreReported() {
        eks.cluster("overlapping", Map.of());
        eks.create("overlapping", "ops", "shop-*");
        world.until(
                "theirs to be there", () -> eks.profile("overlapping", "ops").status() == FargateProfileStatus.ACTIVE);
        world.apply(Profiles.manifest("web", "overlapping", "shop-web"));

        FargateProfile web = profiles.awaitReady("web");
        assertThat(Conditions.find(web.getStatus().conditions(), "SelectorsShared"))
                .hasValueSatisfying(
                        condition -> assertThat(condition.getMessage()).contains("ops (shop-*)"));
    }

    @Test
    void aCreationThatFailsIsExplainedAndTriedAgainWhenAsked() {
        eks.cluster("failing", Map.of());
        world.apply(Profiles.manifest("broken", "failing", "failure")
                .replace("${POD_EXECUTION_ROLE_ARN}", "arn:aws:iam::${AWS_ACCOUNT_ID}:role/used-by-nodes"));
        FargateProfile failed = profiles.awaitReason("broken", "CreateFailed");
        assertThat(Profiles.ready(failed).orElseThrow().getMessage()).contains("PodExecutionRoleAlreadyInUse");

        world.apply(Profiles.manifest("broken", "failing", "failure"));
        profiles.awaitReady("broken");
        assertThat(eks.profiles("failing")).containsExactly("broken");
    }

    @Test
    void aManagedRoleIsThereBeforeTheProfileAndGoneAfterIt() {
        eks.cluster("managed", Map.of());
        JsonNode before = roles();
        world.apply(Profiles.manifest("keeper", "managed", "kept").replace("${POD_EXECUTION_ROLE_ARN}", "Managed"));

        String arn = profiles.awaitReady("keeper").getStatus().managedRoleArn();
        assertThat(eks.profile("managed", "keeper").podExecutionRoleArn()).isEqualTo(arn);
        assertThat(URLDecoder.decode(
                        world.aws().requests("iam", "CreateRole").getLast().request(), StandardCharsets.UTF_8))
                .contains(
                        "eks-fargate-pods.amazonaws.com",
                        "arn:aws:eks:%s:%s:fargateprofile/managed/*"
                                .formatted(
                                        world.account().get("AWS_REGION"),
                                        world.account().get("AWS_ACCOUNT_ID")));
        assertThat(world.aws().requests("iam", "AttachRolePolicy").getLast().request())
                .contains("AmazonEKSFargatePodExecutionRolePolicy");

        profiles.delete("keeper");
        profiles.awaitGone("keeper");
        assertThat(eks.profiles("managed")).isEmpty();
        assertThat(roles()).isEqualTo(before);
    }

    private static JsonNode roles() {
        return world.aws().dump().path("moto").path("iam:ListRoles");
    }

    @Test
    void whatIsObservedIsNotChanged() {
        eks.cluster("observed", Map.of());
        world.apply(Profiles.manifest("seen", "observed", "sight") + "  managementPolicy: Observe\n");

        FargateProfile seen = profiles.awaitReason("seen", "Observing");
        assertThat(seen.getStatus().plan()).hasSize(1);
        profiles.delete("seen");
        profiles.awaitGone("seen");
        assertThat(eks.profiles("observed")).isEmpty();
    }

    @Test
    void whatIsRetainedStays() {
        eks.cluster("retained", Map.of());
        world.apply(Profiles.manifest("kept", "retained", "keep") + "  deletionPolicy: Retain\n");
        profiles.awaitReady("kept");
        profiles.delete("kept");
        profiles.awaitGone("kept");

        assertThat(eks.profiles("retained")).containsExactly("kept");
    }

    @Test
    void theProfileThatTheOperatorRunsOnIsDeletedOnlyByForce() {
        String api = world.kubernetes().getMasterUrl().toString().replaceAll("/$", "");
        eks.cluster("home", Map.of("simulator/endpoint", api));
        world.apply(Profiles.manifest("system", "home", "fargate-system"));
        profiles.awaitReady("system");
        world.namespace("fargate-system");
        world.namespace("other");
        profiles.pod("system", "fargate-system", "operator-0");
        profiles.pod("system", "other", "web");
        profiles.delete("system");

        FargateProfile refused = profiles.awaitReason("system", "RunsHere");
        assertThat(Profiles.ready(refused).orElseThrow().getMessage()).contains("2 pods");
        assertThat(eks.profiles("home")).containsExactly("system");
        world.kubectl().run("annotate", "fp", "system", "fargate.dev/force-deletion=true");
        profiles.awaitGone("system");
        assertThat(eks.profiles("home")).isEmpty();
    }

    /** What EKS answered to such calls about the profiles of a crowd: never that it was busy. */
    private static Stream<Integer> answers(String operation) {
        return world.aws().requests("eks", operation).stream()
                .filter(call -> call.request().contains("crowd-"))
                .map(call -> call.status());
    }
}
