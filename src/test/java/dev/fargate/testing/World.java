package dev.fargate.testing;

import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateProfile;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.engine.Conditions;
import dev.fargate.simulator.SimulatorClient;
import dev.fargate.simulator.SimulatorProcess;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A Kubernetes API server, an AWS account with a network, and as many operators as a test starts. One for a test class. */
public final class World implements AutoCloseable {
    /** Rollouts of a second in the simulator, and an operator that looks as often. */
    private static final List<String> BRISK = List.of(
            "--sweep=2s",
            "--rollout-polls=500ms,1s,1500ms",
            "--missing-confirmation=500ms",
            "--missing-settling=1s",
            "--revision-audit=2s",
            "--preflight=false",
            "--leader-election=false");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KubeApi api;
    private final SimulatorProcess aws;
    private final SeededAccount account;
    private final Path kubeconfig;
    private final Ecs ecs;
    private final List<OperatorUnderTest> operators = new ArrayList<>();

    private World(KubeApi api, SimulatorProcess aws, SeededAccount account, Path kubeconfig) {
        this.api = api;
        this.aws = aws;
        this.account = account;
        this.kubeconfig = kubeconfig;
        this.ecs = new Ecs(aws.control(), aws.endpoint());
    }

    /** Without request limits and with rollouts of a second, unless the simulator's options say otherwise. */
    public static World start(String... simulatorOptions) {
        List<String> options = new ArrayList<>(List.of("--limits", "none", "--rollout", "1s"));
        options.addAll(Arrays.asList(simulatorOptions));
        SimulatorProcess aws = SimulatorProcess.start(options.toArray(String[]::new));
        KubeApi api = KubeApi.start();
        return new World(api, aws, SeededAccount.in(aws), KubeApi.saved(api.kubeconfig()));
    }

    /** The same account with another Kubernetes cluster; the account ends with the first. */
    public World withAnotherCluster() {
        KubeApi other = KubeApi.start();
        return new World(other, aws, account, KubeApi.saved(other.kubeconfig()));
    }

    /** Starts an operator that looks often; further options win over those. */
    public OperatorUnderTest operator(String... options) {
        return operator(kubeconfig, Map.of(), options);
    }

    /** The same with more variables in its environment. */
    public OperatorUnderTest operator(Map<String, String> variables, String... options) {
        return operator(kubeconfig, variables, options);
    }

    /** The same with the rights of a service account, which must exist. */
    public OperatorUnderTest operatorAs(String namespace, String serviceAccount, String... options) {
        return operator(KubeApi.saved(api.kubeconfig(namespace, serviceAccount)), Map.of(), options);
    }

    /** An operator that is started in another way, for example in a container; it is told nothing but its options. */
    public OperatorUnderTest operatorBy(UnaryOperator<List<String>> program, String... options) {
        OperatorUnderTest operator = OperatorUnderTest.start(program, Map.of(), brisk(options));
        operators.add(operator);
        return operator;
    }

    private OperatorUnderTest operator(Path identity, Map<String, String> variables, String... options) {
        Map<String, String> environment = new HashMap<>(aws.environment());
        environment.put("KUBECONFIG", identity.toString());
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.putAll(variables);
        OperatorUnderTest operator = OperatorUnderTest.start(environment, brisk(options));
        operators.add(operator);
        return operator;
    }

    private static List<String> brisk(String... options) {
        List<String> all = new ArrayList<>(BRISK);
        for (String option : options) {
            all.removeIf(brisk -> brisk.startsWith(option.substring(0, option.indexOf('=') + 1)));
            all.add(option);
        }
        return all;
    }

    public SimulatorClient aws() {
        return aws.control();
    }

    public Ecs ecs() {
        return ecs;
    }

    public Kubectl kubectl() {
        return new Kubectl(kubeconfig);
    }

    /** The same with the rights of a service account, which must exist. */
    public Kubectl kubectlAs(String namespace, String serviceAccount) {
        return new Kubectl(KubeApi.saved(api.kubeconfig(namespace, serviceAccount)));
    }

    /** Where an administrator's kubeconfig is. */
    public Path kubeconfig() {
        return kubeconfig;
    }

    /** The environment with which the AWS CLI and SDKs reach the simulated account. */
    public Map<String, String> awsEnvironment() {
        return aws.environment();
    }

    public SeededAccount account() {
        return account;
    }

    public KubernetesClient kubernetes() {
        return api.client();
    }

    /** The API server itself, to be killed and started again. */
    public KubeApi apiServer() {
        return api;
    }

    /** Makes a namespace that environments of these tests admit. */
    public String namespace(String name) {
        Namespace namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("tests", "yes")
                .endMetadata()
                .build();
        kubernetes().resource(namespace).serverSideApply();
        return name;
    }

    /** Applies manifests as a person would, with the account's ids and ARNs filled in. */
    public void apply(String manifests) {
        api.apply(account.filled(manifests));
    }

    public Environments environments() {
        return new Environments(this);
    }

    public Optional<FargateService> service(String namespace, String name) {
        return Optional.ofNullable(kubernetes()
                .resources(FargateService.class)
                .inNamespace(namespace)
                .withName(name)
                .get());
    }

    /** The version of each of our resources: whoever writes one changes its own. */
    public List<String> versions() {
        return Stream.of(
                        FargateEnvironment.class,
                        FargateTaskDefinition.class,
                        FargateService.class,
                        FargateTask.class,
                        FargateSchedule.class,
                        FargateProfile.class,
                        FargateEndpoints.class,
                        FargateLoadBalancer.class)
                .flatMap(kind -> kubernetes().resources(kind).inAnyNamespace().list().getItems().stream())
                .map(resource -> resource.getFullResourceName() + " "
                        + resource.getMetadata().getName() + " "
                        + resource.getMetadata().getResourceVersion())
                .toList();
    }

    /** Waits until a service is Ready for its present generation. */
    public FargateService awaitReady(String namespace, String name) {
        return await(namespace, name, "Ready", World::isReady);
    }

    public FargateService awaitReason(String namespace, String name, String reason) {
        return await(namespace, name, reason, service -> ready(service)
                .filter(condition -> condition.getReason().equals(reason))
                .isPresent());
    }

    /** Waits until a service is as described; if it never is, its status tells how far it came. */
    public FargateService await(String namespace, String name, String description, Predicate<FargateService> wanted) {
        try {
            return Awaitility.await(namespace + "/" + name + " to be " + description)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> service(namespace, name).filter(wanted), Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "%s/%s is not %s: %s".formatted(namespace, name, description, told(service(namespace, name))), e);
        }
    }

    private static String told(Optional<FargateService> service) {
        return service.map(found -> "generation %d, %s"
                        .formatted(found.getMetadata().getGeneration(), Serialization.asYaml(found.getStatus())))
                .orElse("it does not exist");
    }

    /** Waits until something is so. */
    public void until(String description, Callable<Boolean> condition) {
        Awaitility.await(description)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }

    public void delete(String namespace, String name) {
        kubernetes()
                .resources(FargateService.class)
                .inNamespace(namespace)
                .withName(name)
                .delete();
    }

    public void awaitGone(String namespace, String name) {
        until(namespace + "/" + name + " to be gone", () -> service(namespace, name)
                .isEmpty());
    }

    public static boolean isReady(FargateService service) {
        return ready(service)
                .filter(condition -> condition.getStatus().equals("True"))
                .filter(condition -> Objects.equals(
                        condition.getObservedGeneration(), service.getMetadata().getGeneration()))
                .isPresent();
    }

    public static Optional<Condition> ready(FargateService service) {
        return service.getStatus() == null
                ? Optional.empty()
                : Conditions.find(service.getStatus().conditions(), Conditions.READY);
    }

    @Override
    public void close() {
        operators.forEach(OperatorUnderTest::close);
        ecs.close();
        api.close();
        aws.close();
    }
}
