package dev.fargate.taskdefinition;

import dev.fargate.api.FargateTaskDefinitionStatus;
import dev.fargate.api.Place;
import java.util.List;
import java.util.Optional;

/**
 * What the status of a FargateTaskDefinition remembers for the next turn: nothing else survives a restart.
 *
 * @param tagKeys the keys of the tags that were declared when they were last put
 * @param tagsHash names all tags of the newest revision
 */
record FamilyMemory(Optional<Place> place, OwnRevisions revisions, List<String> tagKeys, Optional<String> tagsHash) {

    FamilyMemory {
        tagKeys = List.copyOf(tagKeys);
    }

    static FamilyMemory of(FargateTaskDefinitionStatus status) {
        return status == null
                ? new FamilyMemory(Optional.empty(), OwnRevisions.NONE, List.of(), Optional.empty())
                : new FamilyMemory(
                        Optional.ofNullable(status.place()),
                        OwnRevisions.of(status.taskDefinition()),
                        status.tagKeys(),
                        Optional.ofNullable(status.tagsHash()));
    }

    FamilyMemory at(Place place) {
        return new FamilyMemory(Optional.of(place), revisions, tagKeys, tagsHash);
    }

    FamilyMemory with(OwnRevisions revisions) {
        return new FamilyMemory(place, revisions, tagKeys, tagsHash);
    }

    FamilyMemory tagged(List<String> keys, String hash) {
        return new FamilyMemory(place, revisions, keys, Optional.of(hash));
    }
}
