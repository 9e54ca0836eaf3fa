package dev.fargate.bench;

import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.engine.Conditions;
import java.util.Optional;

/** One revision for many runs, or registrations would be all that is measured. */
final class SharedDefinition {
    private SharedDefinition() {}

    /** Returns when it is registered. */
    static void make(Stage stage, String name) {
        stage.ground().apply("""
                apiVersion: fargate.dev/v1alpha1
                kind: FargateTaskDefinition
                metadata: {namespace: %s, name: %s}
                spec:
                  environment: %s
                  task:
                    containers:
                      - name: app
                        image: batch:1
                        command: [sh, -c, exit 0]
                """.formatted(Ground.NAMESPACE, name, Fleet.ENVIRONMENT));
        Progress.await("the task definition to be Ready", stage.setup(), () -> isReady(stage, name));
    }

    private static boolean isReady(Stage stage, String name) {
        return Optional.ofNullable(stage.ground()
                        .kubernetes()
                        .resources(FargateTaskDefinition.class)
                        .inNamespace(Ground.NAMESPACE)
                        .withName(name)
                        .get()
                        .getStatus())
                .filter(status -> Conditions.isTrue(status.conditions(), Conditions.READY))
                .isPresent();
    }
}
