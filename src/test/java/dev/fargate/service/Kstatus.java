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
                .as("Reconciling or Stalled, only when True, if and only if Ready is False")
                .allSatisfy(condition -> assertThat(condition.getStatus()).isEqualTo("True"))
                .hasSize(isSettled(conditions) ? 0 : 1);
        assertThat(status.observedGeneration()).isEqualTo(resource.getMetadata().getGeneration());
        assertThat(conditions)
                .extracting(Condition::getObservedGeneration)
                .containsOnly(resource.getMetadata().getGeneration());
    }

    /** Ready, or paused, when nobody knows. */
    private static boolean isSettled(List<Condition> conditions) {
        return Conditions.find(conditions, Conditions.READY)
                .map(Condition::getStatus)
                .filter(ready -> !ready.equals("False"))
                .isPresent();
    }
}
