package dev.fargate.runtime;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.aws.pacing.PacedTickets;
import dev.fargate.aws.sdk.ClientSettings;
import dev.fargate.aws.sdk.SdkAccounts;
import dev.fargate.aws.watch.PolledServices;
import dev.fargate.aws.watch.PolledTasks;
import dev.fargate.aws.watch.WatchSettings;
import dev.fargate.engine.Recipe;
import dev.fargate.environment.EnvironmentApplier;
import dev.fargate.environment.EnvironmentRecipe;
import dev.fargate.feed.FeedReaders;
import dev.fargate.feed.FeedRecipe;
import dev.fargate.feed.Newsdesk;
import dev.fargate.feed.Taskdesk;
import dev.fargate.outlook.OutlookRecipe;
import dev.fargate.preflight.Inquiries;
import dev.fargate.preflight.NoPreflights;
import dev.fargate.preflight.Outlook;
import dev.fargate.preflight.Preflights;
import dev.fargate.preflight.SharedPreflights;
import dev.fargate.rightsize.RightSizes;
import dev.fargate.service.ServiceRecipe;
import dev.fargate.service.Waves;
import dev.fargate.taskdefinition.RevisionAudit;
import dev.fargate.taskdefinition.TaskDefinitionRecipe;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.Operator;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the operator together, starts it and ends it. */
public final class OperatorProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorProcess.class);
    /** How many services name a task definition is told in its status this often at most. */
    private static final Duration USES = Duration.ofSeconds(30);

    private final KubernetesClient client;
    private final OperatorSettings settings;
    private final InstantSource time = InstantSource.system();
    private final Indexes indexes = Indexes.empty();
    private final SdkAccounts accounts;
    private final PolledServices watch;
    private final PolledTasks taskWatch;
    private final EventPublisher events;
    private final List<Rounds> rounds;
    private final FeedReaders feeds;
    private final Optional<Inquiries> inquiries;
    private final Operator operator;
    private volatile boolean started;
    private volatile boolean closing;

    /**
     * Nothing runs before it is started.
     *
     * @param tenure also an interceptor of the client
     */
    OperatorProcess(
            KubernetesClient client, OperatorSettings settings, Tenure tenure, MeterRegistry meters, String version) {
        this.client = client;
        this.settings = settings;
        String clusterId = clusterId();
        accounts = new SdkAccounts(
                new ClientSettings(version, clusterId, ClientSettings.Timeouts.DEFAULT, settings.caBundle()),
                meters,
                tenure::check);
        watch = new PolledServices(
                accounts,
                WatchSettings.defaults()
                        .with(
                                settings.pacing().sweep(),
                                settings.pacing().feedSweep(),
                                settings.pacing().bucketShare()),
                indexes.services().all()::wakeOwner,
                time,
                meters);
        events = new EventPublisher(client, time, meters);
        operator = new Operator(new FrameworkConfiguration(
                client,
                settings,
                meters,
                new LeaderCallbacks(() -> lead(tenure), this::follow, leader -> LOG.atInfo()
                        .addKeyValue("leader", leader)
                        .log("Leader")),
                (informer, cause) -> endWithoutWatch(cause))::process);
        PacedTickets tickets = new PacedTickets(settings.pacing().bucketShare(), time, meters);
        Writes writes = new Writes(tickets);
        taskWatch = new PolledTasks(accounts, tickets, indexes.tasks().all()::wakeOwner, time, meters);
        Tries tries = new Tries(RandomGenerator.getDefault());
        RevisionAudit audit = new RevisionAudit();
        new ReadinessGauges(indexes).bindTo(meters);
        new ProblemGauges(indexes).bindTo(meters);
        RightSizes sizes = new RightSizes(settings.rightSize(), time);
        rounds = Stream.concat(
                        Stream.of(
                                new Rounds(
                                        "revision-audit",
                                        settings.pacing().audit(),
                                        new RevisionRound(accounts, audit, indexes)),
                                new Rounds("uses", USES, indexes::wakeMiscounted),
                                new Rounds(
                                        "costs",
                                        USES,
                                        new CostGauges(
                                                indexes.services().all()::listed, settings.workloadCosts(), meters))),
                        settings
                                .rightSize()
                                .map(interval -> RightSizeRound.every(
                                        interval,
                                        new RightSizeRound(accounts, sizes, indexes),
                                        new SavingGauges(
                                                indexes.services().all()::listed,
                                                settings.prices().currency(),
                                                meters)))
                                .stream())
                .toList();
        inquiries = settings.preflight() ? Optional.of(new Inquiries(accounts, time)) : Optional.empty();
        Waves waves = new Waves(indexes.services().all()::naming);
        ServiceRecipe service = new ServiceRecipe(
                accounts,
                watch,
                writes,
                tries,
                new ServiceKind(client, settings, clusterId, indexes, time)
                        .settings(
                                waves,
                                audit,
                                preflights("FargateService", indexes.services().all()::wakeOwner),
                                sizes));
        feeds = new FeedReaders(
                accounts,
                new Newsdesk(watch, watch, service::taskStopped, new Taskdesk(taskWatch, taskWatch)),
                new FeedReaders.Settings(settings.pacing().sweep(), indexes.environments()::wake, time),
                meters);
        operator.register(
                new EnvironmentLoop(
                        withOutlook(new FeedRecipe(
                                new EnvironmentRecipe(
                                        accounts,
                                        new EnvironmentApplier(accounts, writes),
                                        indexes,
                                        tries,
                                        new EnvironmentRecipe.Settings(
                                                clusterId,
                                                settings.pacing().sweep(),
                                                watch::sweepLength,
                                                indexes::cost,
                                                time)),
                                accounts,
                                feeds,
                                tries,
                                new FeedRecipe.Settings(clusterId, indexes, time))),
                        events,
                        indexes,
                        () -> started),
                overrider -> FrameworkConfiguration.controller(overrider, "environment"));
        operator.register(
                new TaskDefinitionLoop(
                        new TaskDefinitionRecipe(
                                accounts,
                                writes,
                                tries,
                                new RunningRevisions(indexes, watch),
                                new TaskDefinitionRecipe.Settings(
                                        clusterId, new KnownEnvironments(indexes), audit, time)),
                        events,
                        indexes,
                        () -> started),
                overrider -> FrameworkConfiguration.workload(overrider, "taskdefinition", settings.cluster()));
        operator.register(
                new ServiceLoop(service, events, indexes, waves, () -> started),
                overrider -> FrameworkConfiguration.workload(overrider, "service", settings.cluster()));
        operator.register(
                new TaskLoop(
                        new TaskKind(client, settings, clusterId, indexes, time)
                                .recipe(
                                        accounts,
                                        taskWatch,
                                        writes,
                                        tries,
                                        preflights(
                                                "FargateTask", indexes.tasks().all()::wakeOwner)),
                        events,
                        indexes.tasks(),
                        new RunMetrics(meters).andThen(indexes::wakeOwners),
                        () -> started),
                overrider -> FrameworkConfiguration.workload(overrider, "task", settings.cluster()));
        operator.register(
                new ScheduleLoop(
                        new ScheduleKind(client, settings, clusterId, indexes, time)
                                .recipe(accounts, writes, tries, audit, meters),
                        events,
                        indexes,
                        () -> started),
                overrider -> FrameworkConfiguration.workload(overrider, "schedule", settings.cluster()));
        operator.register(
                new ProfileLoop(
                        new ProfileKind(client, settings, clusterId, time)
                                .recipe(accounts, writes, tries, ProfileKind.queue(indexes.profiles(), time, meters)),
                        events,
                        indexes.profiles(),
                        () -> started),
                overrider -> FrameworkConfiguration.controller(overrider, "profile"));
        operator.register(
                new EndpointsLoop(
                        new EndpointsKind(settings, clusterId, indexes, time).recipe(accounts, writes, tries),
                        events,
                        indexes,
                        () -> started),
                overrider -> FrameworkConfiguration.controller(overrider, "endpoints"));
        operator.register(
                new LoadBalancerLoop(
                        new LoadBalancerKind(settings, clusterId, indexes, time).recipe(accounts, writes, tries),
                        events,
                        indexes,
                        () -> started),
                overrider -> FrameworkConfiguration.workload(overrider, "loadbalancer", settings.cluster()));
    }

    /** Returns when the informers are filled; with leader election, turns are taken only once this replica leads. */
    public void start() {
        operator.start();
        started = true;
        if (!settings.leadership().enabled()) {
            lead();
        }
    }

    private void lead(Tenure tenure) {
        tenure.begin();
        lead();
    }

    /** Only the leader looks at AWS. */
    private void lead() {
        watch.start();
        taskWatch.start();
        rounds.forEach(Rounds::start);
    }

    private void follow() {
        watch.stop();
        taskWatch.stop();
        rounds.forEach(Rounds::stop);
        if (!closing) {
            LOG.error("The lease is lost; the process ends so that nothing is done beside the new leader");
            Runtime.getRuntime().halt(1);
        }
    }

    /** JOSDK's informers do not come back by themselves. */
    private void endWithoutWatch(Throwable cause) {
        if (!closing) {
            LOG.error("A watch ended for good; the process ends so that it is started anew", cause);
            Runtime.getRuntime().halt(1);
        }
    }

    /** As a part of what is found out before tasks start. */
    private Recipe<FargateEnvironment, FargateEnvironmentStatus> withOutlook(
            Recipe<FargateEnvironment, FargateEnvironmentStatus> environment) {
        Outlook outlook = new Outlook(accounts, time);
        OutlookRecipe.Look look = (scope, accountId, network) -> {
            Outlook.Found found = outlook.of(scope, accountId, network);
            return new OutlookRecipe.Seen(found.services(), found.lacksEndpoints());
        };
        return settings.preflight() ? new OutlookRecipe(environment, look, indexes.endpoints()::in, time) : environment;
    }

    private Preflights preflights(String kind, Consumer<String> wake) {
        return inquiries
                .<Preflights>map(asked -> new SharedPreflights(asked, kind, wake, time))
                .orElseGet(NoPreflights::new);
    }

    private String clusterId() {
        return settings.cluster().id().orElseGet(() -> client.namespaces()
                .withName("kube-system")
                .require()
                .getMetadata()
                .getUid());
    }

    /** Lets turns and calls in flight finish, then closes what was opened. */
    @Override
    public void close() {
        closing = true;
        // Turns that still queue are left to the next leader.
        started = false;
        try (Handover _ = new Handover(client, settings.leadership())) {
            operator.stop();
            rounds.forEach(Rounds::close);
            feeds.close();
            inquiries.ifPresent(Inquiries::close);
            watch.close();
            taskWatch.close();
            events.close();
            accounts.close();
        }
        client.close();
    }
}
