package dev.fargate.endpoints;

import dev.fargate.aws.SecurityGroups.Group;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Problem;
import java.util.Optional;

/** Plans the security group of endpoints: made before the first of them, deleted after the last. Pure. */
final class GroupPlanner {
    private GroupPlanner() {}

    /** Gateways are in no group, and those of others bring their own. */
    private static boolean isNeeded(DesiredEndpoints desired, EndpointsView view) {
        return desired.makesGroup() && ServiceChoice.of(desired, view).stream().anyMatch(ServiceChoice::wantsInterface);
    }

    static Optional<Problem> problem(DesiredEndpoints desired, EndpointsView view) {
        return isNeeded(desired, view) ? nobody(desired).or(() -> taken(desired, view)) : Optional.empty();
    }

    private static Optional<Problem> nobody(DesiredEndpoints desired) {
        return desired.sources().isEmpty()
                ? Optional.of(Problem.stalled(
                        "Invalid",
                        ("Environment %s names no security groups, so it is not known whom to let in. Set spec.allowedSources here, or"
                                        + " network.securityGroups there.")
                                .formatted(desired.spec().environment())))
                : Optional.empty();
    }

    /** The name of a group is unique in its VPC, and somebody else has it. */
    private static Optional<Problem> taken(DesiredEndpoints desired, EndpointsView view) {
        return view.group()
                .filter(group -> !desired.owner().owns(group.tags()))
                .map(group -> Problem.stalled(
                        "GroupNameTaken",
                        "Security group %s in %s has the name %s, and not the owner tags of this resource. Delete it, or name it in spec.securityGroups."
                                .formatted(group.id(), view.ground().vpcs().first(), desired.groupName())));
    }

    static Optional<GroupStep> step(DesiredEndpoints desired, EndpointsView view, Known before) {
        if (!desired.makesGroup()) {
            return view.ownGroup(desired)
                    .filter(group -> view.endpoints().stream()
                            .noneMatch(endpoint -> endpoint.content().groups().contains(group.id())))
                    .map(group -> new GroupStep.Delete(group.id()));
        }
        if (!isNeeded(desired, view)) {
            return Optional.empty();
        }
        Optional<Group> there = view.ownGroup(desired);
        return there.isEmpty()
                ? Optional.of(new GroupStep.Create(
                        view.ground().vpcs().first(), desired.groupName(), desired.openings(), desired.tags()))
                : modification(there.get(), desired, before);
    }

    private static Optional<GroupStep> modification(Group group, DesiredEndpoints desired, Known before) {
        TagChange tags = TagChange.between(group.tags(), desired.tags(), before.tagKeys());
        GroupStep.Modify step = new GroupStep.Modify(group.id(), group.openings(), desired.openings(), tags);
        return step.openings().isEmpty() && tags.isEmpty() ? Optional.empty() : Optional.of(step);
    }
}
