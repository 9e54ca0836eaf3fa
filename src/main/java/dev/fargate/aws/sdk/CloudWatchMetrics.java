package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.Metrics;
import dev.fargate.aws.Utilisation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/**
 * Maximum is the utilisation of the task with the highest use; percentiles are not among the statistics of these metrics (ECS developer
 * guide, "Amazon ECS service utilization metrics").
 */
record CloudWatchMetrics(Supplier<CloudWatchClient> cloudWatch) implements Metrics {
    private static final Duration HOUR = Duration.ofHours(1);
    /**
     * Two queries each. A call may have 500 queries (API reference, GetMetricData), but two weeks of hours of so many are 168,000 values,
     * which are too many for one reply, for the account's quota of values in a second, and for a small heap.
     */
    private static final int SERVICES_A_CALL = 50;

    private static final String CPU = "c";
    private static final String MEMORY = "m";

    @Override
    public Map<Asked, Utilisation> utilisation(List<Asked> services, Instant until) {
        Map<Asked, Utilisation> found = new LinkedHashMap<>();
        for (int from = 0; from < services.size(); from += SERVICES_A_CALL) {
            found.putAll(read(services.subList(from, Math.min(services.size(), from + SERVICES_A_CALL)), until));
        }
        return found;
    }

    private Map<Asked, Utilisation> read(List<Asked> services, Instant until) {
        Map<String, List<Double>> values = new HashMap<>();
        Optional<String> page = Optional.empty();
        do {
            GetMetricDataRequest request = request(services, until, page);
            GetMetricDataResponse reply =
                    call("cloudwatch:GetMetricData", () -> cloudWatch.get().getMetricData(request));
            reply.metricDataResults().forEach(result -> values.computeIfAbsent(result.id(), _ -> new ArrayList<>())
                    .addAll(counting(services, result)));
            page = Optional.ofNullable(reply.nextToken());
        } while (page.isPresent());
        Map<Asked, Utilisation> found = new LinkedHashMap<>();
        IntStream.range(0, services.size())
                .forEach(i -> found.put(
                        services.get(i),
                        new Utilisation(
                                values.getOrDefault(CPU + i, List.of()), values.getOrDefault(MEMORY + i, List.of()))));
        return found;
    }

    private static List<Double> counting(List<Asked> services, MetricDataResult result) {
        Instant since = services.get(Integer.parseInt(result.id().substring(1))).since();
        return IntStream.range(0, result.timestamps().size())
                .filter(i -> !result.timestamps().get(i).isBefore(since))
                .mapToObj(i -> result.values().get(i))
                .toList();
    }

    private static GetMetricDataRequest request(List<Asked> services, Instant until, Optional<String> page) {
        Instant earliest =
                services.stream().map(Asked::since).min(Instant::compareTo).orElse(until);
        return GetMetricDataRequest.builder()
                .startTime(wholeHour(earliest))
                .endTime(wholeHour(until))
                .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                .nextToken(page.orElse(null))
                .metricDataQueries(IntStream.range(0, services.size())
                        .boxed()
                        .flatMap(i -> Stream.of(
                                query(CPU + i, "CPUUtilization", services.get(i)),
                                query(MEMORY + i, "MemoryUtilization", services.get(i))))
                        .toList())
                .build();
    }

    /** Whole hours are answered fastest, and each is of one hour then (API reference, GetMetricData, StartTime). */
    private static Instant wholeHour(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond() / HOUR.toSeconds() * HOUR.toSeconds());
    }

    private static MetricDataQuery query(String id, String metric, Asked service) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.stat("Maximum")
                        .period(Math.toIntExact(HOUR.toSeconds()))
                        .metric(named -> named.namespace("AWS/ECS")
                                .metricName(metric)
                                .dimensions(
                                        dimension("ClusterName", service.cluster()),
                                        dimension("ServiceName", service.service()))))
                .build();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }
}
