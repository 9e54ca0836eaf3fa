package dev.fargate.taskdefinition;

import dev.fargate.api.Revisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The revisions that this resource registered.
 *
 * @param arn the one that the service is to run, and {@code hash} its content
 * @param sourceGeneration the generation of the FargateTaskDefinition that asked for it
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

    public OwnRevisions current(String registered, String content) {
        return new OwnRevisions(
                Optional.of(registered), Optional.of(content), Optional.empty(), sourceGeneration, with(registered));
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
