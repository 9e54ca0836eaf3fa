package dev.fargate.endpoints;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Ticket.Priority;
import dev.fargate.aws.VpcEndpoints;
import dev.fargate.aws.VpcEndpoints.Endpoint;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Plan;
import dev.fargate.turn.Attempt;
import dev.fargate.turn.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Carries out a plan: endpoints do not depend on each other, so nothing waits but for a ticket, or with what would meet all of them. */
record EndpointsWork(Aws aws, Writes.Of writes) {
    private static final Set<ErrorClass> OF_ALL = Set.of(ErrorClass.DENIED, ErrorClass.THROTTLED, ErrorClass.TRANSIENT);

    /**
     * What came of a turn.
     *
     * @param made what EC2 replied to creations
     * @param open steps that EC2 is at work on now
     * @param later when there will be a ticket for what is left
     * @param refused the first call that was
     */
    record Done(
            List<Endpoint> made,
            List<EndpointStep> open,
            List<Notice> notices,
            Optional<Instant> later,
            Optional<AwsException> refused) {}

    Done carryOut(Plan<EndpointStep> plan) {
        List<Endpoint> made = new ArrayList<>();
        List<EndpointStep> open = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        Optional<AwsException> first = Optional.empty();
        for (EndpointStep step : plan.steps()) {
            if (step instanceof EndpointStep.Await) {
                open.add(step);
                continue;
            }
            switch (take(step, made)) {
                case Attempt.Done<Boolean> done -> {
                    notices.add(Notice.normal(reason(step), step.change().toString()));
                    if (isWaitedFor(step)) {
                        open.add(step);
                    }
                }
                case Attempt.Later<Boolean> later -> {
                    return new Done(made, open, notices, Optional.of(later.until()), first);
                }
                case Attempt.Refused<Boolean> refused when isGone(step, refused.error()) -> open.add(step);
                case Attempt.Refused<Boolean> refused -> {
                    first = first.or(() -> Optional.of(refused.error()));
                    if (OF_ALL.contains(refused.error().errorClass())) {
                        return new Done(made, open, notices, Optional.empty(), first);
                    }
                }
            }
        }
        return new Done(made, open, notices, Optional.empty(), first);
    }

    private static boolean isWaitedFor(EndpointStep step) {
        return switch (step) {
            case EndpointStep.Tag tag -> false;
            case GroupStep.Modify modify -> false;
            case GroupStep.Delete delete -> false;
            default -> true;
        };
    }

    /** Somebody was faster, which the next look shows. */
    private static boolean isGone(EndpointStep step, AwsException error) {
        return !(step instanceof EndpointStep.Create)
                && !(step instanceof GroupStep.Create)
                && error.errorClass() == ErrorClass.MISSING;
    }

    private Attempt<Boolean> take(EndpointStep step, List<Endpoint> made) {
        VpcEndpoints ec2 = aws.vpcEndpoints();
        return switch (step) {
            case GroupStep group -> new GroupWork(aws.securityGroups(), writes).take(group);
            case EndpointStep.Create create ->
                make(Operation.CREATE_VPC_ENDPOINT, Priority.CREATE, () -> made.add(ec2.create(create.request())));
            case EndpointStep.Modify modify ->
                make(Operation.MODIFY_VPC_ENDPOINT, Priority.UPDATE, () -> {
                    ec2.modify(modify.id(), modify.live(), modify.wanted());
                    return true;
                });
            case EndpointStep.Tag tag ->
                make(Operation.TAG_VPC_ENDPOINT, Priority.UPDATE, () -> {
                    tag.tags().apply(put -> ec2.tag(tag.id(), put), keys -> ec2.untag(tag.id(), keys));
                    return true;
                });
            case EndpointStep.Delete delete ->
                make(Operation.DELETE_VPC_ENDPOINTS, Priority.DELETE_OR_SCALE, () -> {
                    ec2.delete(delete.id());
                    return true;
                });
            case EndpointStep.Await await -> throw new IllegalStateException("nothing is done for " + await);
        };
    }

    private Attempt<Boolean> make(Operation operation, Priority priority, Supplier<Boolean> call) {
        return writes.make(operation, priority, call);
    }

    private static String reason(EndpointStep step) {
        return switch (step) {
            case GroupStep.Create create -> "SecurityGroupCreated";
            case GroupStep.Modify modify -> "SecurityGroupModified";
            case GroupStep.Delete delete -> "SecurityGroupDeleted";
            case EndpointStep.Create create -> "EndpointCreated";
            case EndpointStep.Modify modify -> "EndpointModified";
            case EndpointStep.Tag tag -> "EndpointTagged";
            case EndpointStep.Delete delete -> "EndpointDeleted";
            case EndpointStep.Await await -> throw new IllegalStateException("nothing is told of " + await);
        };
    }
}
