package dev.fargate.service;

import dev.fargate.api.ServiceHooks.Stage;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Change;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Step;
import dev.fargate.taskdefinition.DesiredTaskDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/** What the loop can do for a FargateService. */
sealed interface ServiceStep extends Step {

    /**
     * Registers a revision of the service's own task.
     *
     * @param differences what is new in it, where an earlier one was looked at
     */
    record Register(DesiredTaskDefinition definition, boolean first, List<Difference> differences)
            implements ServiceStep {
        public Register {
            differences = List.copyOf(differences);
        }

        Register(DesiredTaskDefinition definition, boolean first) {
            this(definition, first, List.of());
        }

        Register with(List<Difference> differences) {
            return new Register(definition, first, differences);
        }

        @Override
        public Change change() {
            return new Change(
                    first ? Change.Verb.CREATE : Change.Verb.REPLACE,
                    "task definition " + definition.request().family() + " (" + definition.hash() + ")",
                    differences);
        }
    }

    /**
     * Runs a hook; a step of a plan that goes no further until it has succeeded.
     *
     * @param run name of its FargateTask
     */
    record Hook(Stage stage, String run) implements ServiceStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.CREATE, "FargateTask %s (%s)".formatted(run, stage));
        }
    }

    /** Creates the service on the revision that is recorded by then. */
    record Create(CreateServiceRequest request) implements ServiceStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.CREATE, "service " + request.serviceName());
        }
    }

    /**
     * Updates the service; the task definition is the one recorded by then.
     *
     * @param restart a new deployment was asked for by annotation
     */
    record Update(String name, List<ServiceField> fields, boolean registers, boolean restart) implements ServiceStep {

        public Update {
            fields = List.copyOf(fields);
        }

        /** Only the fields that differ; what is unset stays as it is. */
        UpdateServiceRequest.Builder request() {
            UpdateServiceRequest.Builder update = UpdateServiceRequest.builder();
            fields.forEach(field -> field.put().accept(update));
            return restart ? update.forceNewDeployment(true) : update;
        }

        /** The same without what begins a rollout; empty when nothing is left. */
        Optional<Update> withoutRollout() {
            List<ServiceField> quiet =
                    fields.stream().filter(field -> !field.rolls()).toList();
            return quiet.isEmpty() ? Optional.empty() : Optional.of(new Update(name, quiet, false, false));
        }

        boolean rolls() {
            return registers || restart || fields.stream().anyMatch(ServiceField::rolls);
        }

        boolean onlyScales() {
            return !registers
                    && !restart
                    && fields.stream().allMatch(field -> "desiredCount"
                            .equals(field.difference().path()));
        }

        @Override
        public Change change() {
            List<Difference> differences = new ArrayList<>();
            if (registers) {
                differences.add(new Difference("task", "the new revision", "an earlier revision"));
            }
            if (restart) {
                differences.add(new Difference("restart-at", "a new deployment", "an older one"));
            }
            fields.forEach(field -> differences.add(field.difference()));
            return new Change(Change.Verb.UPDATE, "service " + name, differences);
        }
    }

    /** Stops the rollout that is under way; ECS goes back to the revision before. */
    record StopDeployment(String name) implements ServiceStep {
        @Override
        public Change change() {
            return new Change(
                    Change.Verb.UPDATE,
                    "service " + name,
                    List.of(new Difference("stop-deployment-at", "no rollout", "a rollout in progress")));
        }
    }

    record Tag(String arn, TagChange tags) implements ServiceStep {
        @Override
        public Change change() {
            return Change.ofTags(arn, tags.put(), tags.remove());
        }
    }

    record Delete(String name) implements ServiceStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "service " + name);
        }
    }

    record Deregister(String arn) implements ServiceStep {
        @Override
        public Change change() {
            return Change.of(Change.Verb.DELETE, "revision " + arn);
        }
    }
}
