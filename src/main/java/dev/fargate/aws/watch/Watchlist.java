package dev.fargate.aws.watch;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Look;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.Services;
import dev.fargate.aws.pacing.AccountRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.Service;

/** All services that are looked at. Pure: told the time and the answers, it says which calls are due and whom to tell. */
final class Watchlist {
    /** When a call is due but its turn has not come. */
    private static final Duration SOON = Duration.ofMillis(50);

    private static final int LONGEST_BACKOFF_SHIFT = 6;

    private final WatchSettings settings;
    private final Kept kept = new Kept();
    private final SequencedMap<Cluster, ClusterLooks> clusters = new LinkedHashMap<>();
    private final Map<AwsScope, Lane> lanes = new HashMap<>();
    private final Map<AccountRegion, Reads> reads = new HashMap<>();

    /** Clusters whose changes somebody tells of as they happen. */
    private final Set<String> announced = new HashSet<>();

    Watchlist(WatchSettings settings) {
        this.settings = settings;
    }

    WatchSettings settings() {
        return settings;
    }

    synchronized Optional<Look> latest(ServiceRef ref) {
        return Optional.ofNullable(clusters.get(Cluster.of(ref)))
                .flatMap(looks -> looks.find(ref))
                .flatMap(Entry::latest);
    }

    synchronized void ask(ServiceRef ref, Instant at, Instant now) {
        ClusterLooks looks = looks(ref, now);
        looks.ask(looks.findOrAdd(ref, now), Grid.align(at, now, settings.grid()));
    }

    synchronized void writing(ServiceRef ref, Instant now) {
        looks(ref, now).findOrAdd(ref, now).writing();
    }

    synchronized void wrote(ServiceRef ref, Service reply, Instant now) {
        ClusterLooks looks = looks(ref, now);
        Entry entry = looks.findOrAdd(ref, now);
        entry.wrote(kept.shared(reply), now);
        looks.wrote(entry);
    }

    synchronized void forget(ServiceRef ref) {
        ClusterLooks looks = clusters.get(Cluster.of(ref));
        if (looks != null) {
            looks.forget(ref);
            if (looks.size() == 0) {
                clusters.remove(Cluster.of(ref));
            }
        }
    }

    /** The calls to make now. Looks that were asked for go before sweeps. */
    synchronized List<Batch> due(Instant now) {
        List<Batch> batches = new ArrayList<>();
        for (ClusterLooks looks : List.copyOf(clusters.sequencedValues())) {
            looks.ripen(now);
            while (looks.ready(now, settings.join()) && looks.lane().free(now)) {
                batches.add(
                        depart(looks, Batch.Cause.ASKED, now, settings.sweep().dividedBy(2)));
            }
        }
        Map<ClusterLooks, Duration> lengths = sweepLengths();
        for (ClusterLooks looks : List.copyOf(clusters.sequencedValues())) {
            Reads reads = looks.lane().reads();
            while (looks.sweepDue(now, lengths.get(looks)) && looks.lane().free(now) && reads.freeToSweep(now)) {
                reads.swept(now);
                batches.add(depart(looks, Batch.Cause.SWEEP, now, Duration.ZERO));
            }
        }
        return batches;
    }

    /** When to ask {@link #due} again, if nothing happens before. */
    synchronized Optional<Instant> next(Instant now) {
        Map<ClusterLooks, Duration> lengths = sweepLengths();
        return clusters.values().stream()
                .flatMap(looks -> looks.next(settings.join(), lengths.get(looks)).stream())
                .min(Comparator.naturalOrder())
                .map(next -> next.isAfter(now) ? next : now.plus(SOON));
    }

    /** The owners to tell. */
    synchronized List<String> answered(Batch batch, Services.Described reply, Instant now) {
        Map<String, Service> found = reply.services().stream()
                .collect(Collectors.toMap(Service::serviceName, Function.identity(), (one, other) -> one));
        return arrive(batch, now, entry -> {
            String name = entry.ref().service();
            if (found.containsKey(name)) {
                return entry.found(kept.shared(found.get(name)), batch.at());
            }
            if (reply.missing().contains(name)) {
                return entry.missing(batch.at());
            }
            Duration backoff = Duration.ofSeconds(1L << Math.min(LONGEST_BACKOFF_SHIFT, entry.unanswered()));
            batch.looks().ask(entry, now.plus(backoff));
            return false;
        });
    }

    /** The owners to tell. */
    synchronized List<String> failed(Batch batch, AwsException error, Instant now) {
        if (error.errorClass() == ErrorClass.THROTTLED) {
            batch.looks().lane().reads().throttled(now);
        }
        return arrive(batch, now, entry -> entry.failed(error, batch.at()));
    }

    /** The length of the longest sweep. */
    synchronized Duration sweepLength() {
        return sweepLengths().values().stream().max(Comparator.naturalOrder()).orElse(settings.sweep());
    }

    /** The length of the sweep of a cluster, even if nothing of it is looked at yet. */
    synchronized Duration sweepLength(String clusterArn) {
        return sweepLengths().entrySet().stream()
                .filter(length -> length.getKey().clusterArn().equals(clusterArn))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> wanted(clusterArn));
    }

    synchronized void announce(String clusterArn, boolean announces) {
        if (announces) {
            announced.add(clusterArn);
        } else {
            announced.remove(clusterArn);
        }
    }

    synchronized boolean isAnnounced(String clusterArn) {
        return announced.contains(clusterArn);
    }

    synchronized Optional<ServiceRef> find(String clusterArn, String service) {
        return clusters.values().stream()
                .filter(looks -> looks.clusterArn().equals(clusterArn))
                .flatMap(looks -> looks.find(service).stream())
                .map(Entry::ref)
                .findFirst();
    }

    synchronized int size() {
        return clusters.values().stream().mapToInt(ClusterLooks::size).sum();
    }

    private List<String> arrive(Batch batch, Instant now, Function<Entry, Boolean> tells) {
        batch.looks().lane().arrive();
        List<String> owners = new ArrayList<>();
        for (Batch.Seat seat : batch.seats()) {
            boolean counts = seat.entry().arrive(seat.writes());
            if (counts && tells.apply(seat.entry())) {
                owners.add(seat.entry().ref().owner());
            }
            batch.looks().arrived(seat.entry(), counts, now);
        }
        return owners;
    }

    /** Who had a call goes to the end of the line. */
    private Batch depart(ClusterLooks looks, Batch.Cause cause, Instant now, Duration fillAge) {
        looks.lane().depart(now);
        clusters.putLast(new Cluster(looks.lane().scope(), looks.clusterArn()), looks);
        return looks.depart(cause, now, fillAge);
    }

    /** Clusters of one account and region share its reads: a sweep that its share does not allow takes longer. */
    private Map<ClusterLooks, Duration> sweepLengths() {
        Map<Reads, Integer> calls = clusters.values().stream()
                .collect(Collectors.groupingBy(
                        looks -> looks.lane().reads(), Collectors.summingInt(ClusterLooks::calls)));
        Map<ClusterLooks, Duration> lengths = new HashMap<>();
        clusters.values().forEach(looks -> {
            Reads reads = looks.lane().reads();
            Duration least = reads.leastSweep(calls.get(reads));
            Duration wanted = wanted(looks.clusterArn());
            lengths.put(looks, least.compareTo(wanted) > 0 ? least : wanted);
        });
        return lengths;
    }

    private Duration wanted(String clusterArn) {
        return announced.contains(clusterArn) ? settings.announcedSweep() : settings.sweep();
    }

    private ClusterLooks looks(ServiceRef ref, Instant now) {
        return clusters.computeIfAbsent(Cluster.of(ref), key -> new ClusterLooks(lane(key.scope(), now), key.arn()));
    }

    private Lane lane(AwsScope scope, Instant now) {
        return lanes.computeIfAbsent(scope, key -> new Lane(key, settings.callsInFlight(), reads(key, now)));
    }

    private Reads reads(AwsScope scope, Instant now) {
        return reads.computeIfAbsent(AccountRegion.of(scope), key -> new Reads(settings.shares(), now));
    }

    private record Cluster(AwsScope scope, String arn) {
        static Cluster of(ServiceRef ref) {
            return new Cluster(ref.scope(), ref.clusterArn());
        }
    }
}
