package dev.fargate.scaling;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.companion.CompanionStep;
import dev.fargate.companion.Kept;
import dev.fargate.engine.Change;
import dev.fargate.engine.Difference;
import dev.fargate.scaling.ScalableService.Bounds;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** The calls to Application Auto Scaling; each is an upsert by name. */
sealed interface ScalingStep extends CompanionStep {

    /** Makes the scalable target, or brings it to what is wanted. */
    record Register(String resourceId, Bounds bounds, boolean suspended, boolean isNew, List<Difference> differences)
            implements ScalingStep {
        public Register {
            differences = List.copyOf(differences);
        }

        @Override
        public Change change() {
            return Change.put(isNew, "scalable target " + resourceId, differences);
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
                            .resourceId(resourceId)
                            .minCapacity(bounds.min())
                            .maxCapacity(bounds.max())
                            .suspendedState(state -> state.dynamicScalingInSuspended(suspended)
                                    .dynamicScalingOutSuspended(suspended)
                                    .scheduledScalingSuspended(suspended))
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

    /** Makes a policy, or replaces it. */
    record PutPolicy(PutScalingPolicyRequest policy, boolean isNew, List<Difference> differences)
            implements ScalingStep {
        public PutPolicy {
            differences = List.copyOf(differences);
        }

        @Override
        public Change change() {
            return Change.put(isNew, "scaling policy " + policy.policyName(), differences);
        }

        @Override
        public Operation operation() {
            return Operation.PUT_SCALING_POLICY;
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            aws.scalableTargets().putPolicy(policy);
            return Optional.empty();
        }
    }

    /** Ends a policy of ours. */
    record DeletePolicy(String resourceId, String policy) implements ScalingStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "scaling policy " + policy);
        }

        @Override
        public Operation operation() {
            return Operation.DELETE_SCALING_POLICY;
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            aws.scalableTargets().deletePolicy(resourceId, policy);
            return Optional.empty();
        }
    }

    /** Makes a scheduled action, or changes it. */
    record PutScheduled(PutScheduledActionRequest action, boolean isNew, List<Difference> differences)
            implements ScalingStep {
        public PutScheduled {
            differences = List.copyOf(differences);
        }

        @Override
        public Change change() {
            return Change.put(isNew, "scheduled action " + action.scheduledActionName(), differences);
        }

        @Override
        public Operation operation() {
            return Operation.PUT_SCHEDULED_ACTION;
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            aws.scalableTargets().putScheduledAction(action);
            return Optional.empty();
        }
    }

    /** Ends a scheduled action of ours. */
    record DeleteScheduled(String resourceId, String action) implements ScalingStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "scheduled action " + action);
        }

        @Override
        public Operation operation() {
            return Operation.DELETE_SCHEDULED_ACTION;
        }

        @Override
        public Optional<String> make(Aws aws, Kept kept) {
            aws.scalableTargets().deleteScheduledAction(resourceId, action);
            return Optional.empty();
        }
    }
}
