package dev.fargate.environment;

import dev.fargate.api.AdoptionPolicy;
import dev.fargate.aws.Owner;
import dev.fargate.engine.Problem;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a workload may work on an object of its name that exists in AWS: it is its own, or nobody's and may be taken over. One with
 * another owner's tags is never touched.
 *
 * @param policy absent: {@link AdoptionPolicy#Never}
 */
public record Ownership(ResolvedEnvironment environment, Owner owner, Optional<AdoptionPolicy> policy) {

    /** What the objects of a resource are tagged with. */
    public static Owner owner(HasMetadata resource, String clusterId) {
        ObjectMeta metadata = resource.getMetadata();
        return new Owner(
                clusterId,
                resource.getKind(),
                Optional.ofNullable(metadata.getNamespace()).orElse(""),
                metadata.getName(),
                metadata.getUid());
    }

    /**
     * Why the object must be left alone; empty if it need not.
     *
     * @param what for example {@code Service arn:aws:ecs:…}
     * @param arn what {@code access.adopt} is compared with
     * @param tags the object's
     */
    public Optional<Problem> refusal(String what, String arn, Map<String, String> tags) {
        if (owner.owns(tags)) {
            return Optional.empty();
        }
        if (Owner.anybodys(tags)) {
            return Optional.of(Problem.stalled(
                    "NotOurs",
                    what
                            + " exists and belongs to another resource (see its fargate.dev/ tags). Delete or rename it, or rename"
                            + " this resource; nothing was changed."));
        }
        if (policy.filter(AdoptionPolicy.IfExists::equals).isEmpty()) {
            return Optional.of(Problem.stalled(
                    "NotOurs",
                    what
                            + " exists and carries no owner tags of this resource. Take it over with adoptionPolicy: IfExists,"
                            + " delete or rename it, or rename this resource; nothing was changed."));
        }
        return mayBeAdopted(arn)
                ? Optional.empty()
                : Optional.of(Problem.stalled(
                        "NotAllowed",
                        ("spec.adoptionPolicy: environment %s does not let namespace %s take over %s. Add a pattern for it to"
                                        + " the environment's access.adopt; nothing was changed.")
                                .formatted(environment.name(), owner.namespace(), arn)));
    }

    /** Why the object must not even be looked at by a resource that only observes; empty if it may. */
    public Optional<Problem> hidden(String what, String arn, Map<String, String> tags) {
        if (owner.owns(tags) || (!Owner.anybodys(tags) && mayBeAdopted(arn))) {
            return Optional.empty();
        }
        return Optional.of(Problem.stalled(
                "NotAllowed",
                ("%s is not this resource's, and environment %s does not let namespace %s observe it. Add a pattern for it to the"
                                + " environment's access.adopt, if it has no fargate.dev/ tags of another resource.")
                        .formatted(what, environment.name(), owner.namespace())));
    }

    private boolean mayBeAdopted(String arn) {
        return Patterns.anyMatches(environment.access().adopt(), owner.namespace(), arn);
    }
}
