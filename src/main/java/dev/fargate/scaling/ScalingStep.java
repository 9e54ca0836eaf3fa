package dev.fargate.scaling;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.companion.CompanionStep;
import dev.fargate.companion.Kept;
import dev.fargate.engine.Change;
import dev.fargate.engine.Difference;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** The calls to Application Auto Scaling; each is an upsert by name. */
sealed interface ScalingStep extends CompanionStep {

    /** Makes the scalable target, or brings it to what is wanted. */
    record Register(ScalableService wanted, boolean isNew, List<Difference> differences) implements ScalingStep {
        public Register {
            differences = List.copyOf(differences);
        }

        @Override
        public Change change() {
            return new Change(
                    isNew ? Change.Verb.CREATE : Change.Verb.UPDATE,
                    "scalable target " + wanted.resourceId(),
                    differences);
        }

        @Override
        public Operation operation() {
            return Operation.REGISTER_SCALABLE_TARGET;
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            aws.scalableTargets()
                    .register(RegisterScalableTargetRequest.builder()
                            .serviceNamespace(ServiceNamespace.ECS)
                            .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                            .resourceId(wanted.resourceId())
                            .minCapacity(wanted.min())
                            .maxCapacity(wanted.max())
                            .suspendedState(state -> state.dynamicScalingInSuspended(wanted.suspended())
                                    .dynamicScalingOutSuspended(wanted.suspended())
                                    .scheduledScalingSuspended(wanted.suspended()))
                            .build());
            return Optional.empty();
        }
    }

    /** Ends it, with its policies and scheduled actions. */
    record Deregister(String resourceId) implements ScalingStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "scalable target " + resourceId);
        }

        @Override
        public Operation operation() {
            return Operation.DEREGISTER_SCALABLE_TARGET;
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            aws.scalableTargets().deregister(resourceId);
            return Optional.empty();
        }
    }
}
