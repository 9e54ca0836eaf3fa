package dev.fargate.service;

import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.HookRun;
import dev.fargate.api.Place;
import dev.fargate.api.PreflightReport;
import dev.fargate.api.RightSize;
import dev.fargate.api.ServiceHooks.Stage;
import dev.fargate.api.StoppedTask;
import dev.fargate.taskdefinition.OwnRevisions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the resource's status remembers for the next turn: nothing else survives a restart.
 *
 * @param incarnation when the service last seen was created, so that a service made anew gets a new client token
 * @param tagKeys the keys of the tags that the spec declared when they were last put
 * @param stopped the last tasks that stopped and were no routine, newest first
 * @param hooks the last run of each hook
 * @param preflight what was found out about the tasks before they start
 * @param rightSize what was advised on their size
 * @param lastGood the revision whose rollout was last completed
 */
record Memory(
        Optional<Place> place,
        Optional<String> serviceArn,
        String incarnation,
        OwnRevisions revisions,
        Optional<Rollout> rollout,
        List<String> tagKeys,
        List<StoppedTask> stopped,
        List<HookRun> hooks,
        Optional<PreflightReport> preflight,
        Optional<RightSize> rightSize,
        Optional<String> lastGood) {

    Memory {
        tagKeys = List.copyOf(tagKeys);
        stopped = List.copyOf(stopped);
        hooks = List.copyOf(hooks);
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
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                : new Memory(
                        Optional.ofNullable(status.place()),
                        Optional.ofNullable(status.serviceArn()),
                        status.incarnation() == null ? "" : status.incarnation(),
                        OwnRevisions.of(status.taskDefinition()),
                        Optional.ofNullable(status.rollout()),
                        status.tagKeys(),
                        status.stoppedTasks(),
                        status.hooks(),
                        Optional.ofNullable(status.preflight()),
                        Optional.ofNullable(status.rightSize()),
                        Optional.ofNullable(status.lastGoodRevision()));
    }

    Memory withPlace(Place place) {
        return new Memory(
                Optional.of(place),
                serviceArn,
                incarnation,
                revisions,
                rollout,
                tagKeys,
                stopped,
                hooks,
                preflight,
                rightSize,
                lastGood);
    }

    Memory withService(Optional<String> arn, String incarnation) {
        return new Memory(
                place, arn, incarnation, revisions, rollout, tagKeys, stopped, hooks, preflight, rightSize, lastGood);
    }

    Memory withRevisions(OwnRevisions revisions) {
        return new Memory(
                place,
                serviceArn,
                incarnation,
                revisions,
                rollout,
                tagKeys,
                stopped,
                hooks,
                preflight,
                rightSize,
                lastGood);
    }

    Memory withRollout(Rollout rollout) {
        return new Memory(
                place,
                serviceArn,
                incarnation,
                revisions,
                Optional.of(rollout),
                tagKeys,
                stopped,
                hooks,
                preflight,
                rightSize,
                lastGood);
    }

    Memory withTagKeys(List<String> keys) {
        return new Memory(
                place,
                serviceArn,
                incarnation,
                revisions,
                rollout,
                keys,
                stopped,
                hooks,
                preflight,
                rightSize,
                lastGood);
    }

    Memory withStopped(List<StoppedTask> tasks) {
        return new Memory(
                place,
                serviceArn,
                incarnation,
                revisions,
                rollout,
                tagKeys,
                tasks,
                hooks,
                preflight,
                rightSize,
                lastGood);
    }

    /** The last run of a hook. */
    Optional<HookRun> hook(Stage stage) {
        return hooks.stream().filter(run -> run.hook() == stage).findFirst();
    }

    Memory withHook(HookRun run) {
        return new Memory(
                place,
                serviceArn,
                incarnation,
                revisions,
                rollout,
                tagKeys,
                stopped,
                Stream.concat(hooks.stream().filter(known -> known.hook() != run.hook()), Stream.of(run))
                        .sorted(Comparator.comparing(HookRun::hook))
                        .toList(),
                preflight,
                rightSize,
                lastGood);
    }

    Memory withPreflight(Optional<PreflightReport> report) {
        return new Memory(
                place,
                serviceArn,
                incarnation,
                revisions,
                rollout,
                tagKeys,
                stopped,
                hooks,
                report,
                rightSize,
                lastGood);
    }

    Memory withLastGood(Optional<String> revision) {
        return new Memory(
                place,
                serviceArn,
                incarnation,
                revisions,
                rollout,
                tagKeys,
                stopped,
                hooks,
                preflight,
                rightSize,
                revision);
    }
}
