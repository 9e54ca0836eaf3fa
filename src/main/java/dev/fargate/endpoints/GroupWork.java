package dev.fargate.endpoints;

import dev.fargate.aws.Openings;
import dev.fargate.aws.Operation;
import dev.fargate.aws.SecurityGroups;
import dev.fargate.aws.Ticket.Priority;
import dev.fargate.turn.Attempt;
import dev.fargate.turn.Writes;

/** Carries out steps for the security group of endpoints. */
record GroupWork(SecurityGroups ec2, Writes.Of writes) {
    private static final String DESCRIPTION = "Lets tasks reach VPC endpoints; made by fargate-operator";

    Attempt<Boolean> take(GroupStep step) {
        return switch (step) {
            case GroupStep.Create create ->
                make(Priority.CREATE, () -> {
                    String id = ec2.create(create.vpcId(), create.name(), DESCRIPTION, create.tags());
                    ec2.open(id, create.openings());
                });
            case GroupStep.Modify modify -> make(Priority.UPDATE, () -> modify(modify));
            case GroupStep.Delete delete -> make(Priority.DELETE_OR_SCALE, () -> ec2.delete(delete.id()));
        };
    }

    /** What is to be let in comes before what is to be shut out. */
    private void modify(GroupStep.Modify step) {
        Openings openings = step.openings();
        if (!openings.open().isEmpty()) {
            ec2.open(step.id(), openings.open());
        }
        if (!openings.close().isEmpty()) {
            ec2.close(step.id(), openings.close());
        }
        step.tags().apply(put -> ec2.tag(step.id(), put), keys -> ec2.untag(step.id(), keys));
    }

    private Attempt<Boolean> make(Priority priority, Runnable calls) {
        return writes.make(Operation.CHANGE_SECURITY_GROUP, priority, () -> {
            calls.run();
            return true;
        });
    }
}
