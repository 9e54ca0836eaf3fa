package dev.fargate.preview;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateSchedule;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Operation;
import dev.fargate.aws.RoleBounds;
import dev.fargate.aws.Ticket;
import dev.fargate.aws.Tickets;
import dev.fargate.aws.sdk.ClientSettings;
import dev.fargate.aws.sdk.SdkAccounts;
import dev.fargate.cost.PriceTable;
import dev.fargate.environment.EnvironmentApplier;
import dev.fargate.environment.EnvironmentRecipe;
import dev.fargate.preflight.Preflights;
import dev.fargate.preflight.PreflightsAtOnce;
import dev.fargate.profile.ClusterQueue;
import dev.fargate.profile.ProfileRecipe;
import dev.fargate.rightsize.RightSizes;
import dev.fargate.routing.Listeners;
import dev.fargate.routing.Routing;
import dev.fargate.schedule.ScheduleRecipe;
import dev.fargate.schedule.ScheduleSettings;
import dev.fargate.service.Existence;
import dev.fargate.service.Polls;
import dev.fargate.service.ServiceRecipe;
import dev.fargate.service.ServiceSettings;
import dev.fargate.service.Waves;
import dev.fargate.task.Rhythm;
import dev.fargate.task.TaskRecipe;
import dev.fargate.task.TaskSettings;
import dev.fargate.taskdefinition.RevisionAudit;
import dev.fargate.taskdefinition.TaskDefinitionRecipe;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The caller's kubeconfig and AWS credentials, for as long as a command runs. */
public final class Session implements AutoCloseable {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Existence AT_ONCE = new Existence(Duration.ZERO, Duration.ZERO);

    private final ObjectMapper mapper = new ObjectMapper();
    private final KubernetesSerialization kinds = new KubernetesSerialization(mapper, false);
    private final KubernetesClient client;

    public Session() {
        ClusterView.KINDS.forEach(kinds::registerKubernetesResource);
        client =
                new KubernetesClientBuilder().withKubernetesSerialization(kinds).build();
    }

    public ClusterView cluster() {
        return new ClusterView(client);
    }

    /** The resources of a manifest, one or several documents. */
    public List<HasMetadata> read(InputStream manifest) throws IOException {
        String text = new String(manifest.readAllBytes(), StandardCharsets.UTF_8);
        try {
            Object read = kinds.unmarshal(text);
            return read instanceof Collection<?> several
                    ? several.stream().map(HasMetadata.class::cast).toList()
                    : List.of((HasMetadata) read);
        } catch (RuntimeException e) {
            throw new NotReadable("it is no manifest of Kubernetes: " + firstLine(e), e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * Previews with the caller's credentials.
     *
     * @param clusterId as the operator was told; empty: the uid of namespace kube-system
     * @param roles of schedules, as the operator was told
     * @param podRoles of profiles, as the operator was told
     */
    public Previews previews(
            String version,
            Optional<String> clusterId,
            Optional<Path> caBundle,
            PriceTable prices,
            RoleBounds roles,
            Optional<RoleBounds> podRoles) {
        ClusterView cluster = cluster();
        String id = clusterId.orElseGet(cluster::uid);
        Aws.Accounts accounts = new CallersAccounts(new SdkAccounts(
                new ClientSettings(version, id, ClientSettings.Timeouts.DEFAULT, caBundle),
                new SimpleMeterRegistry(),
                () -> {}));
        Writes writes = new Writes(new NoTickets());
        Tries tries = new Tries(RandomGenerator.getDefault());
        InstantSource time = InstantSource.system();
        Preflights preflights = new PreflightsAtOnce(accounts, time);
        ServiceSettings ofServices = new ServiceSettings(
                id,
                new ServiceSettings.References(
                        cluster,
                        cluster,
                        new Routing(new Listeners(
                                (namespace, name) -> cluster.find(FargateLoadBalancer.class, namespace, name))),
                        new Waves(environment -> List.of()),
                        new HooksAsTheyAre(cluster)),
                new ServiceSettings.Rhythm(AT_ONCE, new Polls(List.of(NEVER))),
                new RevisionAudit(),
                prices,
                preflights,
                new RightSizes(Optional.empty(), time),
                time);
        return new Previews(
                cluster,
                mapper,
                new SameAccount(accounts, cluster),
                new Previews.Recipes(
                        new ServiceRecipe(accounts, new OneLook(accounts, time), writes, tries, ofServices),
                        new TaskRecipe(
                                accounts,
                                new NoLooks(),
                                writes,
                                tries,
                                new TaskSettings(
                                        id,
                                        new TaskSettings.References(
                                                cluster,
                                                cluster,
                                                (namespace, name) ->
                                                        cluster.find(FargateSchedule.class, namespace, name)),
                                        new Rhythm(List.of(NEVER), NEVER, NEVER, Duration.ZERO, Duration.ZERO),
                                        expired -> {},
                                        prices,
                                        preflights,
                                        time)),
                        new TaskDefinitionRecipe(
                                accounts,
                                writes,
                                tries,
                                cluster,
                                new TaskDefinitionRecipe.Settings(id, cluster, new RevisionAudit(), time)),
                        new EnvironmentRecipe(
                                accounts,
                                new EnvironmentApplier(accounts, writes),
                                environment -> List.of(),
                                tries,
                                new EnvironmentRecipe.Settings(
                                        id,
                                        NEVER,
                                        clusterArn -> Optional.empty(),
                                        environment -> Optional.empty(),
                                        time)),
                        new ScheduleRecipe(
                                accounts,
                                writes,
                                tries,
                                new ScheduleSettings(
                                        id,
                                        roles,
                                        new ScheduleSettings.References(
                                                cluster, cluster, cluster::schedules, new RevisionAudit()),
                                        new RunsAsTheyAre(cluster),
                                        new NoMeasures(),
                                        new ScheduleSettings.Rhythm(NEVER, NEVER, NEVER),
                                        time)),
                        new ProfileRecipe(
                                accounts,
                                writes,
                                tries,
                                new ProfileRecipe.Settings(
                                        id,
                                        podRoles,
                                        new ProfileRecipe.Rhythm(NEVER, NEVER, Duration.ZERO, Duration.ZERO),
                                        new ClusterQueue(time, name -> {}),
                                        new NoClusterOfOurs(),
                                        time))));
    }

    @Override
    public void close() {
        client.close();
    }

    /** Nobody writes, so nobody gets a ticket: a loop that tried would be a defect. */
    private static final class NoTickets implements Tickets {
        @Override
        public Ticket take(AwsScope scope, Operation operation, Ticket.Priority priority, String holder, int tickets) {
            throw new IllegalStateException("a preview writes nothing, and " + operation + " is a write");
        }

        @Override
        public void throttled(AwsScope scope, Operation operation) {}
    }
}
