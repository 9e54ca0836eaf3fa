package dev.fargate.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateProfile;
import dev.fargate.api.FargateProfileStatus;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Profiles.Cluster;
import dev.fargate.aws.RoleBounds;
import dev.fargate.aws.Ticket;
import dev.fargate.aws.Tickets;
import dev.fargate.engine.Turn;
import dev.fargate.plans.GoldenCase;
import dev.fargate.plans.Texts;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a FargateProfile and what AWS holds lead to, after one turn with AWS answering at once. */
class ProfilePlansTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /**
     * The Kubernetes cluster around the operator.
     *
     * @param isTheCluster whether it is the EKS cluster that the profile is in
     * @param pods on the profile; null if they may not be listed
     */
    record Around(boolean isTheCluster, OwnCluster.Pods pods, List<String> before) implements OwnCluster {
        @Override
        public boolean is(Cluster cluster) {
            return isTheCluster;
        }

        @Override
        public Optional<Pods> on(String profile) {
            return Optional.ofNullable(pods);
        }
    }

    /**
     * The operator's settings.
     *
     * @param podRolePath where roles for pods may be made; null: nowhere
     */
    record Operator(String podRolePath) {}

    /** What a reader sees of a turn. */
    record Told(
            List<FargateProfileStatus> journal,
            FargateProfileStatus status,
            List<String> events,
            List<String> calls,
            Duration again,
            Boolean finished) {}

    @TestFactory
    Stream<DynamicTest> a_profile_and_what_AWS_holds_lead_to_this() {
        return Stream.concat(
                GoldenCase.of("profile").map(golden -> DynamicTest.dynamicTest(golden.toString(), () -> check(golden))),
                Stream.of(DynamicTest.dynamicTest(
                        "every shared input is used",
                        () -> assertThat(GoldenCase.unread("profile")).isEmpty())));
    }

    private static void check(GoldenCase golden) {
        MemoryEks account = golden.read("in-aws.yaml", MemoryEks.Holdings.class).account(NOW);
        FargateProfile resource = golden.read("in-profile.yaml", FargateProfile.class);
        Around around =
                golden.readIfThere("in-kubernetes.yaml", Around.class).orElse(new Around(false, null, List.of()));
        Operator operator =
                golden.readIfThere("in-operator.yaml", Operator.class).orElse(new Operator("/fargate/pods/"));
        ClusterQueue queue = new ClusterQueue(() -> NOW, name -> {});
        if (around.before() != null) {
            around.before()
                    .forEach(name -> queue.enter(
                            new ClusterQueue.Cluster("123456789012", "eu-west-1", "prod"),
                            name,
                            Optional.of(NOW.minusSeconds(60)),
                            "a test"));
        }
        ProfileRecipe recipe = new ProfileRecipe(
                scope -> account.aws(),
                new Writes(new AtOnce()),
                new Tries(() -> Long.MIN_VALUE),
                new ProfileRecipe.Settings(
                        "cluster-1",
                        Optional.ofNullable(operator.podRolePath()).map(path -> new RoleBounds(path, Optional.empty())),
                        new ProfileRecipe.Rhythm(
                                Duration.ofSeconds(15),
                                Duration.ofMinutes(1),
                                Duration.ofSeconds(15),
                                Duration.ofMinutes(1)),
                        queue,
                        around,
                        () -> NOW));
        List<FargateProfileStatus> journal = new ArrayList<>();

        Turn<FargateProfileStatus> turn = resource.isMarkedForDeletion()
                ? recipe.deletion(resource, journal::add)
                : recipe.turn(resource, journal::add);

        golden.write(
                "out-turn.yaml",
                Texts.yaml(new Told(
                        journal,
                        turn.status().orElse(null),
                        turn.notices().stream()
                                .map(notice -> notice.type() + " " + notice.reason() + ": " + notice.message())
                                .toList(),
                        account.calls(),
                        turn.again().orElse(null),
                        turn.finished() ? true : null)));
        golden.check();
    }

    /** Everybody may at once. */
    private static final class AtOnce implements Tickets {
        @Override
        public Ticket take(AwsScope scope, Operation operation, Ticket.Priority priority, String holder, int tickets) {
            return new Ticket.Granted();
        }

        @Override
        public void throttled(AwsScope scope, Operation operation) {}
    }
}
