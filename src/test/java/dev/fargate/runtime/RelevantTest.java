package dev.fargate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.Api;
import dev.fargate.api.FargateService;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RelevantTest {

    @Test
    void a_status_write_begins_no_turn() {
        assertThat(change(meta -> meta.withResourceVersion("2"))).isFalse();
    }

    @Test
    void an_edit_a_deletion_and_a_finalizer_begin_one() {
        assertThat(change(meta -> meta.withGeneration(2L))).isTrue();
        assertThat(change(meta -> meta.withDeletionTimestamp("2026-03-01T12:00:00Z")))
                .isTrue();
        assertThat(change(meta -> meta.withFinalizers(List.of(Api.FINALIZER)))).isTrue();
    }

    @Test
    void only_annotations_of_ours_begin_one() {
        assertThat(change(meta -> meta.withAnnotations(Map.of(Api.RECONCILE_AT, "2026-03-01T12:00:00Z"))))
                .isTrue();
        assertThat(change(meta -> meta.withAnnotations(Map.of("argocd.argoproj.io/tracking-id", "x"))))
                .isFalse();
    }

    private static boolean change(UnaryOperator<ObjectMetaBuilder> edit) {
        return Relevant.change(service(before -> before), service(edit));
    }

    private static FargateService service(UnaryOperator<ObjectMetaBuilder> edit) {
        FargateService service = new FargateService();
        service.setMetadata(edit.apply(new ObjectMetaBuilder()
                        .withName("web")
                        .withNamespace("shop")
                        .withGeneration(1L)
                        .withResourceVersion("1"))
                .build());
        return service;
    }
}
