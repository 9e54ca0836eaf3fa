package dev.fargate.service;

import dev.fargate.api.AdoptionPolicy;
import dev.fargate.api.Place;
import dev.fargate.api.ServiceHooks.Stage;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.ContentHash;
import dev.fargate.aws.Digest;
import dev.fargate.aws.Owner;
import dev.fargate.aws.SdkTags;
import dev.fargate.companion.Kept;
import dev.fargate.diagnosis.TaskFacts;
import dev.fargate.ending.Circumstances;
import dev.fargate.environment.Ownership;
import dev.fargate.environment.ResolvedEnvironment.Edition;
import dev.fargate.routing.Ways;
import dev.fargate.turn.Tolerance;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;

/**
 * A service as it should be.
 *
 * @param request what CreateService is asked for, without client token and task definition; what is made for it stands there by name
 *     until it has an id
 * @param ways what is made to bring requests to it
 * @param desiredCount empty: somebody else's, written once at creation
 */
record DesiredService(
        Ownership ownership,
        AwsScope scope,
        Place place,
        TaskSource task,
        CreateServiceRequest request,
        Ways ways,
        Optional<Integer> desiredCount,
        Settings settings) {

    /**
     * What is not ECS's but the operator's.
     *
     * @param restartAt a new rollout is due when the primary deployment is older
     * @param stopAt a rollout that is in progress and began before is to be stopped
     * @param edition the environment that the settings were made with
     * @param hooks those that the spec has
     * @param inWave a change of the environment is being brought to this service
     * @param tolerance what of a live service stays
     */
    record Settings(
            int revisionHistoryLimit,
            Duration progressDeadline,
            Optional<Instant> restartAt,
            Optional<Instant> stopAt,
            Edition edition,
            Set<Stage> hooks,
            boolean inWave,
            Tolerance tolerance) {

        Settings inWaveOf() {
            return new Settings(
                    revisionHistoryLimit, progressDeadline, restartAt, stopAt, edition, hooks, true, tolerance);
        }

        Settings tolerating(Tolerance other) {
            return new Settings(
                    revisionHistoryLimit, progressDeadline, restartAt, stopAt, edition, hooks, inWave, other);
        }
    }

    /** The same, as part of a wave. */
    DesiredService inWave() {
        return with(settings.inWaveOf());
    }

    /** The same, with more of a live service that stays. */
    DesiredService tolerating(Tolerance tolerance) {
        return with(settings.tolerating(tolerance));
    }

    /** The same, running something else. */
    DesiredService running(TaskSource other) {
        return new DesiredService(ownership, scope, place, other, request, ways, desiredCount, settings);
    }

    private DesiredService with(Settings other) {
        return new DesiredService(ownership, scope, place, task, request, ways, desiredCount, other);
    }

    /** The same, with the ids of what was made for it. */
    DesiredService serving(Kept kept) {
        return ways.companions().isEmpty()
                ? this
                : new DesiredService(
                        ownership,
                        scope,
                        place,
                        task,
                        ServedRequests.with(kept, request),
                        ways,
                        desiredCount,
                        settings);
    }

    Owner owner() {
        return ownership.owner();
    }

    /** Of the service's own task; a name that the spec gives is the service's only. */
    String family() {
        return ServiceResolver.family(owner());
    }

    boolean mayAdopt() {
        return ownership.policy().filter(AdoptionPolicy.IfExists::equals).isPresent();
    }

    String serviceName() {
        return request.serviceName();
    }

    /** Names the settings whose change starts a rollout; a rollout that failed is remembered by it. */
    String rolloutHash() {
        return Digest.token(task.hash() + ContentHash.of(rolloutFields()));
    }

    /** Names all settings: what differs from them after they were put is drift. */
    String settingsHash() {
        return Digest.token(task.hash() + desiredCount + ContentHash.of(request) + new TreeMap<>(tags()));
    }

    private CreateServiceRequest rolloutFields() {
        return CreateServiceRequest.builder()
                .networkConfiguration(request.networkConfiguration())
                .platformVersion(request.platformVersion())
                .loadBalancers(request.hasLoadBalancers() ? request.loadBalancers() : null)
                .serviceRegistries(request.hasServiceRegistries() ? request.serviceRegistries() : null)
                .capacityProviderStrategy(
                        request.hasCapacityProviderStrategy() ? request.capacityProviderStrategy() : null)
                .build();
    }

    /** The tags that the spec and the environment declare, with the owner tags. */
    Map<String, String> tags() {
        return SdkTags.map(request.tags());
    }

    /** What a diagnosis of its tasks may name. */
    TaskFacts facts() {
        return Circumstances.of(task.content(), request.networkConfiguration());
    }
}
