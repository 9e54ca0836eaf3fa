package dev.fargate.endpoints;

import dev.fargate.aws.SecurityGroups.Group;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Problem;
import java.util.Optional;

/** Plans the security group of endpoints: made before the first of them, deleted after the last. Pure. */
final class GroupPlanner {
    private GroupPlanner() {}

    /** The name of a group is unique in its VPC, and somebody else has it. */
    static Optional<Problem> problem(DesiredEndpoints desired, EndpointsView view) {
        return view.group()
                .filter(group -> desired.makesGroup() && !desired.owner().owns(group.tags()))
                .map(group -> Problem.stalled(
                        "GroupNameTaken",
                        "Security group %s in %s has the name %s, and not the owner tags of this resource. Rename or delete it, or name it in spec.securityGroups."
                                .formatted(group.id(), view.ground().vpcs().first(), desired.groupName())));
    }

    static Optional<GroupStep> step(DesiredEndpoints desired, EndpointsView view, Known before) {
        if (!desired.makesGroup()) {
            return view.ownGroup(desired)
                    .filter(group -> view.endpoints().stream()
                            .noneMatch(endpoint -> endpoint.content().groups().contains(group.id())))
                    .map(group -> new GroupStep.Delete(group.id()));
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
