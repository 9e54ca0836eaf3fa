package dev.fargate.service;

import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateServiceStatus.Place;
import dev.fargate.api.FargateServiceStatus.Rollout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the resource's status remembers for the next turn: nothing else survives a restart.
 *
 * @param incarnation when the service last seen was created, so that a service made anew gets a new client token
 * @param tagKeys the keys of the tags that the spec declared when they were last put
 */
record Memory(
        Optional<Place> place,
        Optional<String> serviceArn,
        String incarnation,
        Revisions revisions,
        Optional<Rollout> rollout,
        List<String> tagKeys) {

    Memory {
        tagKeys = List.copyOf(tagKeys);
    }

    static Memory of(FargateServiceStatus status) {
        return status == null
                ? new Memory(Optional.empty(), Optional.empty(), "", Revisions.NONE, Optional.empty(), List.of())
                : new Memory(
                        Optional.ofNullable(status.place()),
                        Optional.ofNullable(status.serviceArn()),
                        status.incarnation() == null ? "" : status.incarnation(),
                        Revisions.of(status.taskDefinition()),
                        Optional.ofNullable(status.rollout()),
                        status.tagKeys());
    }

    Memory withPlace(Place place) {
        return new Memory(Optional.of(place), serviceArn, incarnation, revisions, rollout, tagKeys);
    }

    Memory withService(Optional<String> arn, String incarnation) {
        return new Memory(place, arn, incarnation, revisions, rollout, tagKeys);
    }

    Memory withRevisions(Revisions revisions) {
        return new Memory(place, serviceArn, incarnation, revisions, rollout, tagKeys);
    }

    Memory withRollout(Rollout rollout) {
        return new Memory(place, serviceArn, incarnation, revisions, Optional.of(rollout), tagKeys);
    }

    Memory withTagKeys(List<String> keys) {
        return new Memory(place, serviceArn, incarnation, revisions, rollout, keys);
    }

    /**
     * The revisions that this resource registered.
     *
     * @param arn the one that the service is to run, and {@code hash} its content
     * @param intent the hash that was about to be registered when this was written
     * @param own all that are still ACTIVE, oldest first
     */
    record Revisions(Optional<String> arn, Optional<String> hash, Optional<String> intent, List<String> own) {
        static final Revisions NONE = new Revisions(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        Revisions {
            own = List.copyOf(own);
        }

        static Revisions of(FargateServiceStatus.TaskDefinition status) {
            return status == null
                    ? NONE
                    : new Revisions(
                            Optional.ofNullable(status.arn()),
                            Optional.ofNullable(status.hash()),
                            Optional.ofNullable(status.intent()),
                            status.revisions());
        }

        Revisions intending(String hash) {
            return new Revisions(arn, this.hash, Optional.of(hash), own);
        }

        /** The intent came to nothing. */
        Revisions settled() {
            return new Revisions(arn, hash, Optional.empty(), own);
        }

        Revisions current(String registered, String content) {
            return new Revisions(Optional.of(registered), Optional.of(content), Optional.empty(), with(registered));
        }

        Revisions without(String retired) {
            return new Revisions(
                    arn.filter(current -> !current.equals(retired)),
                    hash.filter(content -> !arn.equals(Optional.of(retired))),
                    intent,
                    own.stream().filter(revision -> !revision.equals(retired)).toList());
        }

        private List<String> with(String revision) {
            List<String> all = new ArrayList<>(own);
            all.remove(revision);
            all.add(revision);
            return all;
        }

        FargateServiceStatus.TaskDefinition status() {
            return new FargateServiceStatus.TaskDefinition(
                    arn.orElse(null), hash.orElse(null), intent.orElse(null), own);
        }
    }
}
