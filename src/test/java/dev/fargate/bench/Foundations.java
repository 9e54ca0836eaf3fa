package dev.fargate.bench;

import dev.fargate.engine.Conditions;
import dev.fargate.testing.Eks;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Many endpoints, load balancers and Fargate profiles at once: until they stand, and until they are gone. */
final class Foundations {
    private static final int PROFILES_OF_A_CLUSTER = 5;
    private static final double KUBERNETES_WRITES = 4;

    private final Stage stage;
    private final Results results;
    private final Ground ground;
    private final int n;

    Foundations(Stage stage) {
        this.stage = stage;
        this.results = stage.results();
        this.ground = stage.ground();
        this.n = stage.setup().foundations();
    }

    void all() {
        each(Sort.ENDPOINTS);
        each(Sort.LOAD_BALANCERS);
        try (Eks eks = ground.eks()) {
            IntStream.range(0, Math.ceilDiv(n, PROFILES_OF_A_CLUSTER))
                    .forEach(number -> eks.cluster(Sort.cluster(number), Map.of()));
        }
        each(Sort.profiles(PROFILES_OF_A_CLUSTER));
        results.add("profiles_of_a_cluster_one_after_another", PROFILES_OF_A_CLUSTER);
    }

    private <P extends CustomResource<?, ?>> void each(Sort<P> sort) {
        stage.settle();
        Stage.Mark mark = stage.mark();
        List<String> manifests = IntStream.range(0, n).mapToObj(sort.manifest()).toList();
        Users.each(manifests, ground::apply);
        Progress.await(
                "all %s to be Ready".formatted(sort.rows()),
                stage.setup(),
                () -> ready(sort) == n,
                () -> "%d %s are Ready".formatted(ready(sort), sort.rows()));
        double seconds = mark.seconds();
        stage.settle();
        AwsCalls calls = ground.calls().since(mark.calls());
        KubernetesWrites writes = ground.writes().since(mark.writes());
        Progress.say(sort.rows() + ": calls " + calls.byOperation() + ", writes " + writes.byRequest());
        results.add(sort.rows(), n);
        results.add(sort.rows() + "_seconds_until_all_ready", seconds);
        long created = calls.of(sort.creation());
        results.add(sort.rows() + "_aws_creations_per_resource", created / (double) n, 1);
        results.holds(created >= n, "%d of %d %s are Ready and were never made".formatted(n - created, n, sort.rows()));
        results.add(sort.rows() + "_aws_calls_per_resource", calls.total() / (double) n);
        results.add(
                sort.rows() + "_kubernetes_writes_per_resource",
                (writes.to(sort.plural()) - n) / (double) n,
                KUBERNETES_WRITES);
        delete(sort);
    }

    private <P extends CustomResource<?, ?>> void delete(Sort<P> sort) {
        Stage.Mark mark = stage.mark();
        list(sort).forEach(resource -> ground.kubernetes().resource(resource).delete());
        Progress.await(
                "all %s to be gone".formatted(sort.rows()),
                stage.setup(),
                () -> list(sort).isEmpty(),
                () -> "%d %s are there".formatted(list(sort).size(), sort.rows()));
        results.add(sort.rows() + "_seconds_until_all_gone", mark.seconds());
    }

    private <P extends CustomResource<?, ?>> long ready(Sort<P> sort) {
        return list(sort).stream()
                .filter(resource -> resource.getStatus() != null)
                .filter(resource -> Conditions.isTrue(sort.conditions().apply(resource), Conditions.READY))
                .count();
    }

    private <P extends CustomResource<?, ?>> List<P> list(Sort<P> sort) {
        return ground.kubernetes()
                .resources(sort.type())
                .inAnyNamespace()
                .list()
                .getItems();
    }
}
