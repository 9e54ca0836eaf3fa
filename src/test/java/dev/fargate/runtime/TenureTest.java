package dev.fargate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenureTest {
    private static final String LEASE =
            "/apis/coordination.k8s.io/v1/namespaces/fargate-system/leases/fargate-operator";
    private static final String STATUS = "/apis/fargate.dev/v1alpha1/namespaces/shop/fargateservices/web/status";

    private final AtomicInteger ends = new AtomicInteger();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Tenure tenure = Tenure.elected(Duration.ofSeconds(10), () -> now, ends::incrementAndGet);

    @Test
    void whoWasNeverElectedMayNotWork() {
        tenure.check();

        assertThat(ends).hasValue(1);
    }

    @Test
    void aRenewedLeaseIsGoodForTheLengthOfATenure() {
        renew(200);
        pass(Duration.ofSeconds(10));
        tenure.check();
        assertThat(ends).hasValue(0);

        pass(Duration.ofMillis(1));
        tenure.check();
        assertThat(ends).hasValue(1);
    }

    @Test
    void aNewLeaderMayWorkBeforeTheClientHasToldOfTheReply() {
        send("GET", LEASE);
        send("PATCH", LEASE);
        tenure.begin();

        pass(Duration.ofSeconds(10));
        tenure.check();
        assertThat(ends).hasValue(0);

        pass(Duration.ofMillis(1));
        tenure.check();
        assertThat(ends).hasValue(1);
    }

    @Test
    void aTenureCountsFromTheMomentBeforeTheRenewal() {
        send("GET", LEASE);
        pass(Duration.ofSeconds(9));
        answer(send("PATCH", LEASE), 200);
        pass(Duration.ofSeconds(2));

        tenure.check();

        assertThat(ends).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 500})
    void aRefusedRenewalIsNone(int status) {
        renew(201);
        pass(Duration.ofSeconds(8));
        renew(status);
        pass(Duration.ofSeconds(8));

        tenure.check();

        assertThat(ends).hasValue(1);
    }

    @Test
    void aWriteToOurResourcesIsNotSentAfterTheEnd() {
        renew(200);
        pass(Duration.ofSeconds(11));

        send("GET", STATUS);
        send("POST", "/api/v1/namespaces/shop/events");
        send("GET", LEASE);
        assertThat(ends).hasValue(0);
        send("PATCH", STATUS);
        assertThat(ends).hasValue(1);
        send("PATCH", "/k8s/clusters/one" + STATUS);
        assertThat(ends).hasValue(2);
    }

    @Test
    void theOnlyProcessWorksWithoutALease() {
        Tenure.unlimited().check();

        assertThat(ends).hasValue(0);
    }

    private void renew(int status) {
        send("GET", LEASE);
        answer(send("PATCH", LEASE), status);
    }

    private void pass(Duration step) {
        now = now.plus(step);
    }

    private StandardHttpRequest send(String method, String path) {
        StandardHttpRequest.Builder builder = new StandardHttpRequest.Builder();
        builder.uri(URI.create("https://10.0.0.1" + path))
                .method(method, "application/json", method.equals("GET") ? null : "{}");
        StandardHttpRequest request = builder.build();
        tenure.before(builder, request, null);
        return request;
    }

    private void answer(StandardHttpRequest request, int status) {
        tenure.after(request, new Answer(request, status), null);
    }

    private record Answer(StandardHttpRequest request, int code) implements HttpResponse<String> {
        @Override
        public String body() {
            return "";
        }

        @Override
        public Optional<HttpResponse<?>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public List<String> headers(String key) {
            return List.of();
        }

        @Override
        public Map<String, List<String>> headers() {
            return Map.of();
        }
    }
}
