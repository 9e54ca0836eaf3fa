package dev.fargate.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.engine.Conditions;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;

/** The rules that kubectl, Argo CD and others read a status by. */
record Kstatus(FargateServiceStatus status, FargateService resource) {

    void check() {
        List<Condition> conditions = status.conditions();
        assertThat(Conditions.find(conditions, Conditions.READY))
                .as("Ready always")
                .isPresent();
        assertThat(Conditions.isTrue(conditions, Conditions.RECONCILING)
                        && Conditions.isTrue(conditions, Conditions.STALLED))
                .as("never Reconciling and Stalled")
                .isFalse();
        assertThat(conditions)
                .filteredOn(condition ->
                        List.of(Conditions.RECONCILING, Conditions.STALLED).contains(condition.getType()))
                .as("Reconciling and Stalled only when True, and never with Ready")
                .allSatisfy(condition -> assertThat(condition.getStatus()).isEqualTo("True"))
                .hasSize(Conditions.isTrue(conditions, Conditions.READY) ? 0 : 1);
        assertThat(status.observedGeneration()).isEqualTo(resource.getMetadata().getGeneration());
        assertThat(conditions)
                .extracting(Condition::getObservedGeneration)
                .containsOnly(resource.getMetadata().getGeneration());
    }
}
