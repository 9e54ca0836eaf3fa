package dev.fargate.runtime;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.RightSize.Judged;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Metrics.Asked;
import dev.fargate.engine.Shortened;
import dev.fargate.rightsize.RightSizes;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks CloudWatch what tasks have used, for all services of an account and region together, and wakes those that it has news of. */
record RightSizeRound(Aws.Accounts accounts, RightSizes sizes, Indexes indexes) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RightSizeRound.class);

    private static final int WORDS = 150;
    /** Looked for this often: who is due is told by the status, so that a restart neither delays nor repeats a look. */
    private static final Duration SOON = Duration.ofMinutes(5);

    /**
     * Rounds that find who is due.
     *
     * @param interval between two looks at the same service
     */
    static Rounds every(Duration interval, RightSizeRound round, SavingGauges savings) {
        return new Rounds("right-size", interval.compareTo(SOON) < 0 ? interval : SOON, () -> {
            savings.run();
            round.run();
        });
    }

    @Override
    public void run() {
        Map<Reach, Inquiry> inquiries = new LinkedHashMap<>();
        indexes.environments()
                .scopes()
                .forEach((name, scope) -> indexes.services().all().naming(name).forEach(service -> asked(service)
                        .ifPresent(asked -> inquiries
                                .computeIfAbsent(Reach.of(scope), _ -> new Inquiry(scope, new LinkedHashMap<>()))
                                .services()
                                .put(asked, service))));
        inquiries.values().forEach(this::ask);
    }

    /** What is asked of a service; empty while there is nothing to ask. */
    private Optional<Asked> asked(FargateService service) {
        FargateServiceStatus status = service.getStatus();
        return status == null || status.rightSize() == null || status.place() == null || status.serviceArn() == null
                ? Optional.empty()
                : sizes.due(WorkloadIndex.owner(service), status.rightSize())
                        .map(since -> new Asked(name(status.place().clusterArn()), name(status.serviceArn()), since));
    }

    private void ask(Inquiry inquiry) {
        try {
            accounts.of(inquiry.scope())
                    .surroundings()
                    .metrics()
                    .utilisation(inquiry.services().keySet().stream().toList(), sizes.now())
                    .forEach((asked, utilisation) -> {
                        FargateService service = inquiry.services().get(asked);
                        sizes.read(WorkloadIndex.owner(service), judged(service), utilisation);
                        wake(service);
                    });
        } catch (AwsException e) {
            if (e.errorClass() == ErrorClass.TRANSIENT || e.errorClass() == ErrorClass.THROTTLED) {
                LOG.atWarn()
                        .addKeyValue("environment", inquiry.scope().environment())
                        .addKeyValue("error", e.errorClass())
                        .log("What tasks use could not be read; it is in the next round: {}", e.getMessage());
                return;
            }
            String refusal =
                    "AWS refused %s (%s): %s. Grant operator/iam/right-size.json, or start the operator without --right-size."
                            .formatted(e.operation(), e.code(), Shortened.to(e.getMessage(), WORDS));
            inquiry.services().values().forEach(service -> {
                sizes.refused(WorkloadIndex.owner(service), judged(service), refusal);
                wake(service);
            });
        }
    }

    private void wake(FargateService service) {
        indexes.services().all().wake(ResourceID.fromResource(service));
    }

    private static Judged judged(FargateService service) {
        return service.getStatus().rightSize().of();
    }

    private static String name(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    /**
     * What is asked together.
     *
     * @param scope of the first of the environments, whose clients are used
     */
    private record Inquiry(AwsScope scope, Map<Asked, FargateService> services) {}
}
