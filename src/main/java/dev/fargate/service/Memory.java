package dev.fargate.service;

import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.Place;
import dev.fargate.api.PreflightReport;
import dev.fargate.api.StoppedTask;
import dev.fargate.taskdefinition.OwnRevisions;
import java.util.List;
import java.util.Optional;

/**
 * What the resource's status remembers for the next turn: nothing else survives a restart.
 *
 * @param incarnation when the service last seen was created, so that a service made anew gets a new client token
 * @param tagKeys the keys of the tags that the spec declared when they were last put
 * @param stopped the last tasks that stopped and were no routine, newest first
 * @param preflight what was found out about the tasks before they start
 */
record Memory(
        Optional<Place> place,
        Optional<String> serviceArn,
        String incarnation,
        OwnRevisions revisions,
        Optional<Rollout> rollout,
        List<String> tagKeys,
        List<StoppedTask> stopped,
        Optional<PreflightReport> preflight) {

    Memory {
        tagKeys = List.copyOf(tagKeys);
        stopped = List.copyOf(stopped);
    }

    static Memory of(FargateServiceStatus status) {
        return status == null
                ? new Memory(
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        OwnRevisions.NONE,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty())
                : new Memory(
                        Optional.ofNullable(status.place()),
                        Optional.ofNullable(status.serviceArn()),
                        status.incarnation() == null ? "" : status.incarnation(),
                        OwnRevisions.of(status.taskDefinition()),
                        Optional.ofNullable(status.rollout()),
                        status.tagKeys(),
                        status.stoppedTasks(),
                        Optional.ofNullable(status.preflight()));
    }

    Memory withPlace(Place place) {
        return new Memory(Optional.of(place), serviceArn, incarnation, revisions, rollout, tagKeys, stopped, preflight);
    }

    Memory withService(Optional<String> arn, String incarnation) {
        return new Memory(place, arn, incarnation, revisions, rollout, tagKeys, stopped, preflight);
    }

    Memory withRevisions(OwnRevisions revisions) {
        return new Memory(place, serviceArn, incarnation, revisions, rollout, tagKeys, stopped, preflight);
    }

    Memory withRollout(Rollout rollout) {
        return new Memory(place, serviceArn, incarnation, revisions, Optional.of(rollout), tagKeys, stopped, preflight);
    }

    Memory withTagKeys(List<String> keys) {
        return new Memory(place, serviceArn, incarnation, revisions, rollout, keys, stopped, preflight);
    }

    Memory withStopped(List<StoppedTask> tasks) {
        return new Memory(place, serviceArn, incarnation, revisions, rollout, tagKeys, tasks, preflight);
    }

    Memory withPreflight(Optional<PreflightReport> report) {
        return new Memory(place, serviceArn, incarnation, revisions, rollout, tagKeys, stopped, report);
    }
}
