package dev.fargate.profile;

import dev.fargate.api.Api;
import dev.fargate.api.DeletionPolicy;
import dev.fargate.api.FargateProfile;
import dev.fargate.api.FargateProfileSpec;
import dev.fargate.api.FargateProfileStatus;
import dev.fargate.api.ManagementPolicy;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.RoleBounds;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Recipe;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.turn.Doubts;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The loop of FargateProfile. */
public final class ProfileRecipe implements Recipe<FargateProfile, FargateProfileStatus> {
    private final ProfileEye eye;
    private final Doubts doubts;
    private final ProfileWork work;
    private final ProfileTurns turns;
    private final Settings settings;

    public ProfileRecipe(Aws.Accounts accounts, Writes writes, Tries tries, Settings settings) {
        this.eye = new ProfileEye(accounts, settings.time());
        this.doubts = new Doubts(settings.time(), settings.rhythm().confirmation());
        this.work = new ProfileWork(accounts, writes, settings.queue(), new PodGuard(settings.own()));
        this.turns = new ProfileTurns(tries, settings.queue(), settings.rhythm().poll());
        this.settings = settings;
    }

    /**
     * What the loop is told from outside.
     *
     * @param clusterId names this operator's cluster in owner tags
     * @param roles where roles for pods may be made; empty: none are
     */
    public record Settings(
            String clusterId,
            Optional<RoleBounds> roles,
            Rhythm rhythm,
            ClusterQueue queue,
            OwnCluster own,
            InstantSource time) {}

    /**
     * When a profile is looked at.
     *
     * @param poll while EKS is at work on it
     * @param sweep when nothing happens
     * @param confirmation between two looks that miss what is on record, before it counts as gone
     * @param settling after its creation, during which it may not be visible yet
     */
    public record Rhythm(Duration poll, Duration sweep, Duration confirmation, Duration settling) {
        /** One that waits for others is told of its turn; meanwhile its position is brought up to date. */
        Duration queued() {
            return poll.multipliedBy(2);
        }
    }

    @Override
    public Turn<FargateProfileStatus> turn(FargateProfile resource, Consumer<FargateProfileStatus> journal) {
        ProfileMemory memory = ProfileMemory.of(resource.getStatus());
        ProfileReport report = new ProfileReport(resource, now());
        Known before = Known.of(memory);
        DesiredProfile desired = DesiredProfile.of(resource, settings.clusterId(), settings.roles());
        if (resource.getSpec().managementPolicy() == ManagementPolicy.Paused) {
            settings.queue().leave(desired.owner().name());
            return Turn.report(report.paused(before), List.of())
                    .again(settings.rhythm().sweep());
        }
        Occasion occasion = Occasion.of(resource);
        Optional<ClusterQueue.Standing> waits =
                settings.queue().waiting(desired.owner().name(), occasion);
        if (waits.isPresent()) {
            return Turn.report(report.stillQueued(waits.get(), before), List.of())
                    .again(settings.rhythm().queued());
        }
        try {
            return look(new Round(resource, desired, memory, report, journal), occasion);
        } catch (AwsException e) {
            return turns.failed(desired.owner().name(), report, e, before);
        }
    }

    private Turn<FargateProfileStatus> look(Round round, Occasion occasion) {
        Surroundings around =
                eye.around(round.desired(), occasion, round.memory().accountId());
        Optional<Problem> trouble = ProfileTurns.accountChanged(
                        round.memory(), around.caller().accountId())
                .or(() -> badRestart(round.resource()))
                .or(() -> RolePlanner.forbidden(round.desired()));
        if (trouble.isPresent()) {
            return told(round, trouble.get(), Known.of(round.memory()));
        }
        if (isDoubtful(round.desired(), subnetsLost(round, around), "/subnets")) {
            eye.forget(round.desired());
            return Turn.quiet(Optional.of(settings.rhythm().confirmation()));
        }
        Optional<Problem> ground = GroundRules.problem(round.desired(), around);
        if (ground.isPresent()) {
            return told(round, ground.get(), Known.of(round.memory()));
        }
        ProfileView view = eye.look(round.desired(), around, round.memory());
        Set<String> lost = profilesLost(round.memory(), view);
        if (isDoubtful(round.desired(), lost, "/profile") || isFresh(round.memory(), lost)) {
            return Turn.quiet(Optional.of(settings.rhythm().confirmation()));
        }
        ProfileDrift drift = ProfileDrift.of(round.desired(), round.resource().getStatus(), round.memory(), view);
        return plan(round.sparing(drift), view, drift);
    }

    private Turn<FargateProfileStatus> plan(Round round, ProfileView view, ProfileDrift drift) {
        Known known = Known.of(round.desired(), view, round.memory());
        return switch (ProfilePlanner.plan(round.desired(), view, round.memory(), restartAt(round.resource()), now())) {
            case Resolution.Unresolved<Plan<ProfileStep>> unresolved -> told(round, unresolved.problem(), known);
            case Resolution.Resolved<Plan<ProfileStep>> resolved ->
                round.resource().getSpec().managementPolicy() == ManagementPolicy.Observe
                        ? observe(round, view, resolved.desired(), known)
                        : enforce(round, view, resolved.desired(), known, drift);
        };
    }

    private Turn<FargateProfileStatus> observe(Round round, ProfileView view, Plan<ProfileStep> plan, Known known) {
        settings.queue().leave(round.holder());
        turns.tries().succeeded(round.holder());
        return Turn.report(round.report().observing(round.desired(), view, plan, known), List.of())
                .again(settings.rhythm().sweep());
    }

    private Turn<FargateProfileStatus> enforce(
            Round round, ProfileView view, Plan<ProfileStep> plan, Known known, ProfileDrift drift) {
        Optional<String> role = Optional.of(round.desired())
                .filter(DesiredProfile::managesRole)
                .map(desired -> desired.managedRoleArn(view.around().caller()));
        Known tagged = known.tagged(round.desired()).with(role.or(known::managedRole));
        ProfileIntent intent = new ProfileIntent(round, plan, tagged);
        ProfileWork.Order order = new ProfileWork.Order(
                round.resource(),
                round.desired(),
                view.around().caller(),
                view.around().cluster(),
                round.memory(),
                intent::ofRole,
                intent::ofProfile);
        ProfileWork.Done done = work.carryOut(order, plan);
        return done.progress() instanceof Progress.Settled
                ? ending(round, tagged.with(role)).ready(view, drift, done.notices())
                : ending(round, tagged).of(done.progress(), done.notices());
    }

    private ProfileEnding ending(Round round, Known known) {
        return new ProfileEnding(round, turns, settings.rhythm(), known);
    }

    @Override
    public Turn<FargateProfileStatus> deletion(FargateProfile resource, Consumer<FargateProfileStatus> journal) {
        FargateProfileSpec spec = resource.getSpec();
        ProfileMemory memory = ProfileMemory.of(resource.getStatus());
        ProfileReport report = new ProfileReport(resource, now());
        DesiredProfile desired = DesiredProfile.of(resource, settings.clusterId(), settings.roles());
        if (spec.managementPolicy() == ManagementPolicy.Paused) {
            return Turn.report(report.pausedDeletion(Known.of(memory)), List.of())
                    .again(settings.rhythm().sweep());
        }
        Round round = new Round(resource, desired.recordedAt(memory.roleArn()), memory, report, journal);
        ProfileDeletion deletion = new ProfileDeletion(eye, doubts, work, turns, settings);
        boolean touches =
                spec.managementPolicy() != ManagementPolicy.Observe && spec.deletionPolicy() != DeletionPolicy.Retain;
        return touches ? deletion.towardsNothing(round) : deletion.leaving(round);
    }

    /** What one turn is about. */
    record Round(
            FargateProfile resource,
            DesiredProfile desired,
            ProfileMemory memory,
            ProfileReport report,
            Consumer<FargateProfileStatus> journal) {
        String holder() {
            return desired.owner().name();
        }

        /** The same, with the drift that stays. */
        Round sparing(ProfileDrift drift) {
            return new Round(resource, drift.spared(desired), memory, report, journal);
        }
    }

    private Turn<FargateProfileStatus> told(Round round, Problem problem, Known known) {
        return turns.told(round.holder(), round.report(), problem, known);
    }

    /** Whether something on record was not found, and not yet for long enough to believe it. */
    private boolean isDoubtful(DesiredProfile desired, Set<String> lost, String what) {
        return doubts.open(desired.owner().uid() + what, lost);
    }

    private static Set<String> subnetsLost(Round round, Surroundings around) {
        if (round.desired().spec().subnetSelector() == null) {
            return Set.of();
        }
        Set<String> lost = new HashSet<>(round.memory().subnets());
        around.subnetIds().forEach(lost::remove);
        return lost;
    }

    private static Set<String> profilesLost(ProfileMemory memory, ProfileView view) {
        return memory.expected()
                .map(FargateProfileStatus.Profile::name)
                .filter(name -> view.named(name).isEmpty())
                .map(Set::of)
                .orElse(Set.of());
    }

    /** A profile that has just been made may not be visible yet. */
    private boolean isFresh(ProfileMemory memory, Set<String> lost) {
        return !lost.isEmpty()
                && memory.expected()
                        .map(FargateProfileStatus.Profile::createdAt)
                        .map(Instant::parse)
                        .filter(created ->
                                created.plus(settings.rhythm().settling()).isAfter(now()))
                        .isPresent();
    }

    private static Optional<Problem> badRestart(FargateProfile resource) {
        Optional<String> asked = Api.annotation(resource, Api.RESTART_AT);
        return asked.isPresent() && restartAt(resource).isEmpty()
                ? Optional.of(Problem.stalled(
                        "Invalid",
                        "annotation %s: \"%s\" is no RFC 3339 time: write one such as 2026-03-01T12:00:00Z."
                                .formatted(Api.RESTART_AT, asked.get())))
                : Optional.empty();
    }

    private static Optional<Instant> restartAt(FargateProfile resource) {
        try {
            return Api.annotation(resource, Api.RESTART_AT).map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Instant now() {
        return settings.time().instant();
    }
}
