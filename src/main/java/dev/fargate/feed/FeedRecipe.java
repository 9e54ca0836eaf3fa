package dev.fargate.feed;

import dev.fargate.api.DeletionPolicy;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentSpec;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.api.ManagementPolicy;
import dev.fargate.aws.Aws;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Recipe;
import dev.fargate.engine.Turn;
import dev.fargate.environment.Workloads;
import dev.fargate.turn.Tries;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The loop of FargateEnvironment with its event feed: the environment's own turn first, and the feed once the cluster is there. Towards
 * nothing it is the other way round. A feed that is in trouble changes nothing of what the environment's turn came to.
 */
public final class FeedRecipe implements Recipe<FargateEnvironment, FargateEnvironmentStatus> {
    private final Recipe<FargateEnvironment, FargateEnvironmentStatus> environment;
    private final FeedKeeping keeping;
    private final FeedRemoval removal;
    private final FeedReaders readers;
    private final Settings settings;

    public FeedRecipe(
            Recipe<FargateEnvironment, FargateEnvironmentStatus> environment,
            Aws.Accounts accounts,
            FeedReaders readers,
            Tries tries,
            Settings settings) {
        FeedTelling telling = new FeedTelling(settings.clusterId(), tries, new Holdups(), settings.time());
        FeedEye eye = new FeedEye(accounts, settings.time());
        this.environment = environment;
        this.keeping = new FeedKeeping(accounts, eye, readers, telling);
        this.removal = new FeedRemoval(accounts, eye, readers, telling);
        this.readers = readers;
        this.settings = settings;
    }

    /**
     * What the loop is told from outside.
     *
     * @param clusterId names this operator's cluster in owner tags
     */
    public record Settings(String clusterId, Workloads workloads, InstantSource time) {}

    @Override
    public Turn<FargateEnvironmentStatus> turn(
            FargateEnvironment resource, Consumer<FargateEnvironmentStatus> journal) {
        boolean wanted = isWanted(resource.getSpec());
        if (wanted) {
            keeping.resume(resource);
        } else {
            readers.stop(resource.getMetadata().getName());
        }
        Turn<FargateEnvironmentStatus> turn =
                environment.turn(resource, status -> journal.accept(unchanged(resource, status)));
        if (turn.status().isEmpty()) {
            return turn;
        }
        FargateEnvironmentStatus status = turn.status().get();
        if (!wanted && status.eventFeed() == null) {
            return turn;
        }
        if (!Conditions.isTrue(status.conditions(), Conditions.READY) || status.clusterArn() == null) {
            return turn.reporting(unchanged(resource, status));
        }
        if (resource.getSpec().managementPolicy() == ManagementPolicy.Observe) {
            return keeping.observe(resource, turn, wanted);
        }
        return wanted ? keeping.keep(resource, turn, journal) : removal.remove(resource, turn);
    }

    @Override
    public Turn<FargateEnvironmentStatus> deletion(
            FargateEnvironment resource, Consumer<FargateEnvironmentStatus> journal) {
        if (touches(resource.getSpec())
                && isRecorded(resource)
                && settings.workloads().naming(resource.getMetadata().getName()).isEmpty()
                && removal.isInItsAccount(resource)) {
            return removal.delete(resource);
        }
        Turn<FargateEnvironmentStatus> turn = environment.deletion(resource, journal);
        if (turn.finished()) {
            removal.forget(resource);
        }
        return turn.status()
                .map(status -> turn.reporting(unchanged(resource, status)))
                .orElse(turn);
    }

    private FargateEnvironmentStatus unchanged(FargateEnvironment resource, FargateEnvironmentStatus status) {
        return new FeedReport(resource, status, settings.time().instant()).unchanged();
    }

    /** As the environment's own deletion decides for the cluster. */
    private static boolean touches(FargateEnvironmentSpec spec) {
        return spec.managementPolicy() != ManagementPolicy.Observe
                && spec.managementPolicy() != ManagementPolicy.Paused
                && spec.deletionPolicy() != DeletionPolicy.Retain;
    }

    private static boolean isRecorded(FargateEnvironment resource) {
        return Optional.ofNullable(resource.getStatus())
                .map(FargateEnvironmentStatus::eventFeed)
                .isPresent();
    }

    private static boolean isWanted(FargateEnvironmentSpec spec) {
        return spec.eventFeed() != null && Boolean.TRUE.equals(spec.eventFeed().enabled());
    }
}
