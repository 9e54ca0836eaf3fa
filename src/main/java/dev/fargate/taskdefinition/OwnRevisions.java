package dev.fargate.taskdefinition;

import dev.fargate.api.Revisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a resource remembers of its revisions.
 *
 * @param arn the one that is to run, and {@code hash} its content
 * @param sourceGeneration for one that the resource did not register itself, the generation of the FargateTaskDefinition that asked for
 *     it, 0 where there is none
 * @param intent the hash that was about to be registered when this was written
 * @param own all that are still ACTIVE, oldest first
 */
public record OwnRevisions(
        Optional<String> arn,
        Optional<String> hash,
        Optional<String> intent,
        Optional<Long> sourceGeneration,
        List<String> own) {
    public static final OwnRevisions NONE =
            new OwnRevisions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public OwnRevisions {
        own = List.copyOf(own);
    }

    public static OwnRevisions of(Revisions status) {
        return status == null
                ? NONE
                : new OwnRevisions(
                        Optional.ofNullable(status.arn()),
                        Optional.ofNullable(status.hash()),
                        Optional.ofNullable(status.intent()),
                        Optional.ofNullable(status.sourceGeneration()),
                        status.revisions());
    }

    public OwnRevisions intending(String hash) {
        return new OwnRevisions(arn, this.hash, Optional.of(hash), sourceGeneration, own);
    }

    /** The intent came to nothing. */
    public OwnRevisions settled() {
        return new OwnRevisions(arn, hash, Optional.empty(), sourceGeneration, own);
    }

    /** Registered, or found registered, by the resource itself. */
    public OwnRevisions current(String registered, String content) {
        return new OwnRevisions(
                Optional.of(registered), Optional.of(content), Optional.empty(), Optional.empty(), with(registered));
    }

    /** The one to run is somebody else's: its own ones are kept or retired like earlier ones. */
    public OwnRevisions following(String arn, String hash, long generation) {
        return new OwnRevisions(Optional.of(arn), Optional.of(hash), intent, Optional.of(generation), own);
    }

    /** The one to run is there: it was before us and says what is asked, or is gone back to. That alone makes it none of ours. */
    public OwnRevisions adopting(String arn, String hash) {
        return new OwnRevisions(Optional.of(arn), Optional.of(hash), intent, Optional.empty(), own);
    }

    public OwnRevisions without(String retired) {
        return new OwnRevisions(
                arn.filter(current -> !current.equals(retired)),
                hash.filter(content -> !arn.equals(Optional.of(retired))),
                intent,
                sourceGeneration,
                own.stream().filter(revision -> !revision.equals(retired)).toList());
    }

    private List<String> with(String revision) {
        List<String> all = new ArrayList<>(own);
        all.remove(revision);
        all.add(revision);
        return all;
    }

    public Revisions status() {
        return new Revisions(
                arn.orElse(null), hash.orElse(null), intent.orElse(null), sourceGeneration.orElse(null), own);
    }
}
