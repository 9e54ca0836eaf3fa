package dev.fargate.service;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.Place;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Look;
import dev.fargate.aws.Owner;
import dev.fargate.aws.SdkTags;
import dev.fargate.aws.ServiceRef;
import dev.fargate.companion.Standing;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.environment.Ownership;
import dev.fargate.taskdefinition.IntentRecovery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * The same loop towards nothing: the service, then our own revisions. Uses the account, cluster and role that the status recorded, and
 * touches only what carries our owner tags.
 */
final class ServiceDeletion {
    private static final Duration DRAINING_LOOK = Duration.ofSeconds(5);
    private static final String CLUSTER_NOT_FOUND = "ClusterNotFoundException";

    private final ServiceCalls calls;
    private final ServiceTurns turns;
    private final ServiceCompanions companions;
    private final ServiceSettings settings;

    ServiceDeletion(ServiceCalls calls, ServiceTurns turns, ServiceCompanions companions, ServiceSettings settings) {
        this.calls = calls;
        this.turns = turns;
        this.companions = companions;
        this.settings = settings;
    }

    Turn<FargateServiceStatus> turn(FargateService resource) {
        Memory recorded = Memory.of(resource.getStatus());
        if (recorded.place().isEmpty()) {
            return Turn.finished(List.of());
        }
        Owner owner = owner(resource);
        Place place = recorded.place().get();
        ServiceRef ref = ref(resource, place, settings);
        try {
            Standing following = companions.clear(resource, ref, owner, false);
            if (!following.stands()) {
                return stopped(resource, recorded, following);
            }
            Aws aws = calls.aws(ref);
            Memory memory = recorded.withRevisions(IntentRecovery.recover(
                    aws.taskDefinitions(), owner, ServiceResolver.family(owner), recorded.revisions()));
            return switch (stage(owner, memory, ref, aws)) {
                case Stage.Look look -> {
                    calls.watch().ask(ref, look.at());
                    yield report(resource, memory, look.why());
                }
                case Stage.Remove remove -> {
                    ServiceApplier applier = calls.applier(ref, ServiceResolver.family(owner), unused -> {});
                    Outcome outcome = applier.apply(remove.plan(), Outcome.start(memory, remove.live()));
                    yield after(resource, ref, outcome, remove.live().isPresent());
                }
            };
        } catch (AwsException e) {
            return turns.refused(e, resource, recorded, Optional.empty(), List.of());
        }
    }

    private Stage stage(Owner owner, Memory memory, ServiceRef ref, Aws aws) {
        Optional<Look> look = calls.watch().latest(ref);
        if (look.isEmpty()) {
            return new Stage.Look(turns.now(), "Looking at service " + ref.service() + ".");
        }
        return switch (look.get()) {
            case Look.Failed failed -> {
                if (failed.error().code().equals(CLUSTER_NOT_FOUND) && isRecordedAccount(aws, memory)) {
                    yield revisions(memory);
                }
                calls.watch().writing(ref);
                throw failed.error();
            }
            case Look.Missing missing ->
                settings.rhythm().existence().gone(memory, missing)
                        ? revisions(memory)
                        : new Stage.Look(
                                settings.rhythm().existence().nextLookIfGone(memory, missing),
                                "Making sure that service " + ref.service() + " is gone.");
            case Look.Found found -> {
                if (!owner.owns(SdkTags.map(found.service().tags()))) {
                    yield revisions(memory);
                }
                yield "ACTIVE".equals(found.service().status())
                        ? new Stage.Remove(
                                new Plan<>(List.of(
                                        new ServiceStep.Delete(found.service().serviceName()))),
                                Optional.of(found.service()))
                        : new Stage.Look(
                                turns.now().plus(DRAINING_LOOK),
                                "Service %s is %s."
                                        .formatted(
                                                ref.service(), found.service().status()));
            }
        };
    }

    private static Stage revisions(Memory memory) {
        return new Stage.Remove(
                new Plan<>(memory.revisions().own().stream()
                        .<ServiceStep>map(ServiceStep.Deregister::new)
                        .toList()),
                Optional.empty());
    }

    private Turn<FargateServiceStatus> after(
            FargateService resource, ServiceRef ref, Outcome outcome, boolean draining) {
        List<Notice> notices = outcome.done().stream()
                .map(step ->
                        Notice.normal(StatusNews.reason(step), step.change().toString()))
                .toList();
        return switch (outcome.stop()) {
            case Outcome.Stop.Refused refused ->
                turns.refused(refused.error(), resource, outcome.memory(), Optional.empty(), List.of());
            case Outcome.Stop.Later later -> {
                Turn<FargateServiceStatus> turn = outcome.done().isEmpty()
                        ? Turn.quiet(Optional.empty())
                        : report(resource, outcome.memory(), "Deregistering revisions.");
                yield turn.again(turns.until(later.until()));
            }
            case Outcome.Stop.None none -> {
                turns.tries().succeeded(ref.owner());
                if (draining) {
                    calls.watch().ask(ref, turns.now().plus(DRAINING_LOOK));
                    FargateServiceStatus status = turns.report(resource)
                            .problem(
                                    deleting("The service is draining."),
                                    outcome.memory(),
                                    outcome.service(),
                                    List.of());
                    yield Turn.report(status, notices);
                }
                Standing preceding = companions.clear(resource, ref, owner(resource), true);
                if (!preceding.stands()) {
                    yield stopped(resource, outcome.memory(), preceding).telling(notices);
                }
                calls.watch().forget(ref);
                companions.forget(resource);
                yield Turn.<FargateServiceStatus>finished(notices).telling(CompanionNews.notices(preceding.done()));
            }
        };
    }

    private Owner owner(FargateService resource) {
        return Ownership.owner(resource, settings.clusterId());
    }

    /** One of the companions is not gone yet. */
    private Turn<FargateServiceStatus> stopped(FargateService resource, Memory memory, Standing standing) {
        Turn<FargateServiceStatus> deleting = report(resource, memory, "Deleting what was made around the service.");
        return new CompanionNews(turns, resource, memory, Optional.empty())
                .after(deleting.status().orElseThrow(), deleting, standing)
                .againWithin(DRAINING_LOOK);
    }

    private Turn<FargateServiceStatus> report(FargateService resource, Memory memory, String why) {
        return Turn.report(
                turns.report(resource).problem(deleting(why), memory, Optional.empty(), List.of()), List.of());
    }

    /** Where the status says that the service was made. */
    static ServiceRef ref(FargateService resource, Place place, ServiceSettings settings) {
        AwsScope scope =
                settings.references().environments().scope(resource.getSpec().environment(), place);
        return new ServiceRef(
                scope, place.clusterArn(), ServiceResolver.serviceName(resource), ServiceRecipe.holder(resource));
    }

    /** A cluster that is gone took its services along; but only if we look into the right account. */
    private static boolean isRecordedAccount(Aws aws, Memory memory) {
        return memory.place()
                .filter(place ->
                        place.accountId().equals(aws.identity().caller().accountId()))
                .isPresent();
    }

    private static Problem deleting(String why) {
        return Problem.waiting("Deleting", why);
    }

    /** What comes next on the way to nothing. */
    private sealed interface Stage {

        record Look(Instant at, String why) implements Stage {}

        record Remove(Plan<ServiceStep> plan, Optional<Service> live) implements Stage {}
    }
}
