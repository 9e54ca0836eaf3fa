package dev.fargate.outlook;

import dev.fargate.api.Api;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.api.Reachability;
import dev.fargate.api.Reachability.ServiceReach;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Digest;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Recipe;
import dev.fargate.engine.Turn;
import dev.fargate.environment.Environments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;

/** The loop of environments, which also tells what their tasks reach of AWS: once in a while, and when endpoints of the VPC change. */
public final class OutlookRecipe implements Recipe<FargateEnvironment, FargateEnvironmentStatus> {
    private static final Duration SELDOM = Duration.ofMinutes(10);
    private static final Duration OFTEN = Duration.ofMinutes(5);

    private final Recipe<FargateEnvironment, FargateEnvironmentStatus> environment;
    private final Look outlook;
    private final Function<String, String> endpoints;
    private final InstantSource time;
    private final ConcurrentMap<String, Instant> looked = new ConcurrentHashMap<>();

    /**
     * What a look shows.
     *
     * @param lacksEndpoints whether endpoints would lead to some of what is not reached
     */
    public record Seen(List<ServiceReach> services, boolean lacksEndpoints) {
        public Seen {
            services = List.copyOf(services);
        }
    }

    /** Finds out what tasks reach from a network; nothing where they cannot be put into it. */
    public interface Look {
        Seen of(AwsScope scope, String accountId, AwsVpcConfiguration network);
    }

    /**
     * Around another recipe.
     *
     * @param endpoints what is known of the FargateEndpoints of a VPC, by its id; empty: it has none
     */
    public OutlookRecipe(
            Recipe<FargateEnvironment, FargateEnvironmentStatus> environment,
            Look outlook,
            Function<String, String> endpoints,
            InstantSource time) {
        this.environment = environment;
        this.outlook = outlook;
        this.endpoints = endpoints;
        this.time = time;
    }

    @Override
    public Turn<FargateEnvironmentStatus> turn(
            FargateEnvironment resource, Consumer<FargateEnvironmentStatus> journal) {
        Turn<FargateEnvironmentStatus> turn = environment.turn(resource, journal);
        return turn.status()
                .filter(status -> status.vpcId() != null && Conditions.isTrue(status.conditions(), Conditions.READY))
                .map(status -> turn.reporting(status.with(reachability(resource, status))))
                .orElse(turn);
    }

    @Override
    public Turn<FargateEnvironmentStatus> deletion(
            FargateEnvironment resource, Consumer<FargateEnvironmentStatus> journal) {
        Turn<FargateEnvironmentStatus> turn = environment.deletion(resource, journal);
        if (turn.finished()) {
            looked.remove(resource.getMetadata().getUid());
        }
        return turn;
    }

    private Reachability reachability(FargateEnvironment resource, FargateEnvironmentStatus status) {
        String known = endpoints.apply(status.vpcId());
        String occasion = occasion(resource, status, known);
        Optional<Reachability> before =
                Optional.ofNullable(status.reachability()).filter(reachability -> occasion.equals(reachability.of()));
        String uid = resource.getMetadata().getUid();
        if (before.filter(reachability -> !isDue(uid, reachability)).isPresent()) {
            return before.get();
        }
        Instant now = time.instant().truncatedTo(ChronoUnit.SECONDS);
        Seen seen = outlook.of(
                Environments.scope(resource.getMetadata().getName(), resource.getSpec()),
                status.accountId(),
                network(resource, status));
        looked.put(uid, now);
        return before.filter(reachability -> reachability.services().equals(seen.services()))
                .orElseGet(() -> new Reachability(
                        now.toString(),
                        occasion,
                        seen.services(),
                        seen.lacksEndpoints() && known.isEmpty() ? Remedy.of(resource, status) : null));
    }

    private boolean isDue(String uid, Reachability before) {
        Instant last = looked.getOrDefault(uid, Instant.parse(before.checkedAt()));
        return !last.plus(isWhole(before.services()) ? SELDOM : OFTEN).isAfter(time.instant());
    }

    private static boolean isWhole(List<ServiceReach> services) {
        return services.stream().noneMatch(service -> Boolean.FALSE.equals(service.reached()));
    }

    private static String occasion(FargateEnvironment resource, FargateEnvironmentStatus status, String endpoints) {
        return Digest.token(String.join(
                " ",
                network(resource, status).toString(),
                Api.annotation(resource, Api.RECONCILE_AT).orElse(""),
                endpoints));
    }

    private static AwsVpcConfiguration network(FargateEnvironment resource, FargateEnvironmentStatus status) {
        boolean addresses = Boolean.TRUE.equals(resource.getSpec().network().assignPublicIp());
        return AwsVpcConfiguration.builder()
                .subnets(status.subnets().stream()
                        .map(FargateEnvironmentStatus.Subnet::id)
                        .toList())
                .securityGroups(status.securityGroups())
                .assignPublicIp(addresses ? AssignPublicIp.ENABLED : AssignPublicIp.DISABLED)
                .build();
    }
}
