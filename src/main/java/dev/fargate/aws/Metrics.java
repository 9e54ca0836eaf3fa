package dev.fargate.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** CloudWatch: what ECS publishes of services. */
public interface Metrics {
    /**
     * GetMetricData, as often as it takes.
     *
     * @param until the hours before it count
     * @return of each service, also of one that CloudWatch knows nothing of
     */
    Map<Asked, Utilisation> utilisation(List<Asked> services, Instant until);

    /**
     * A service.
     *
     * @param cluster its name
     * @param service its name
     * @param since hours that began earlier do not count
     */
    record Asked(String cluster, String service, Instant since) {}
}
