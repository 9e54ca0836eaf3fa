package dev.fargate.endpoints;

import dev.fargate.api.FargateEndpointsStatus;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.SecurityGroups.Group;
import dev.fargate.aws.VpcEndpoints.Endpoint;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.turn.Doubts;
import dev.fargate.turn.Writes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The way of a resource towards nothing; endpoints of others stay. */
record EndpointsDeletion(
        EndpointsEye eye, Doubts doubts, Writes writes, EndpointsTurns turns, EndpointsRecipe.Settings settings) {

    /** What is in AWS stays as it is, and is not even looked at. */
    Turn<FargateEndpointsStatus> leaving(EndpointsRecipe.Round round) {
        forget(round.desired());
        List<String> ids = Stream.concat(round.before().ids().stream(), round.before().group().stream())
                .toList();
        return Turn.finished(
                ids.isEmpty()
                        ? List.of()
                        : List.of(Notice.normal(
                                "Retained", "In AWS stay as they are: %s.".formatted(String.join(", ", ids)))));
    }

    /** Deletes what is ours. */
    Turn<FargateEndpointsStatus> towardsNothing(EndpointsRecipe.Round round) {
        if (round.before().accountId().isEmpty()) {
            forget(round.desired());
            return Turn.finished(List.of());
        }
        try {
            return look(round);
        } catch (AwsException e) {
            return turns.failed(round.holder(), round.report(), e, round.before(), List.of());
        }
    }

    private Turn<FargateEndpointsStatus> look(EndpointsRecipe.Round round) {
        // Another account does not have the endpoints, which would look like the end of them.
        Optional<Problem> moved = EndpointsTurns.accountChanged(
                round.before(), eye.caller(round.desired()).accountId());
        if (moved.isPresent()) {
            return turns.told(round.report(), moved.get(), round.before());
        }
        List<Endpoint> left = eye.left(round.desired(), round.before().vpcId());
        Optional<Group> group = eye.groupLeft(round.desired(), round.before().vpcId());
        if (doubts.open(round.desired().owner().uid(), missing(round, left, group))) {
            return Turn.quiet(Optional.of(settings.rhythm().confirmation()));
        }
        if (left.isEmpty() && group.isEmpty()) {
            forget(round.desired());
            return Turn.finished(List.of());
        }
        Known seen = round.before().withEndpoints(List.of()).with(round.desired(), left);
        EndpointsWork.Done done = new EndpointsWork(
                        eye.aws(round.desired()), writes.of(round.desired().scope(), round.holder()))
                .carryOut(EndpointPlanner.deletion(round.desired(), left, group));
        Known known = seen.ending(done.open());
        if (done.refused().isPresent()) {
            return turns.failed(round.holder(), round.report(), done.refused().get(), known, done.notices());
        }
        turns.tries().succeeded(round.holder());
        if (left.isEmpty() && done.open().isEmpty() && done.later().isEmpty()) {
            forget(round.desired());
            return Turn.finished(done.notices());
        }
        return Turn.report(round.report().working("Deleting", done.open(), known), done.notices())
                .again(done.later()
                        .map(later -> Turn.until(later, round.report().now()))
                        .orElse(settings.rhythm().poll()));
    }

    /** A creation without a reply may show what it made later on. */
    private static Set<String> missing(EndpointsRecipe.Round round, List<Endpoint> left, Optional<Group> group) {
        Set<String> missing = new HashSet<>(round.before().missing(left));
        missing.addAll(round.before().intended());
        round.before().group().filter(_ -> group.isEmpty()).ifPresent(missing::add);
        left.forEach(endpoint ->
                missing.remove(ServiceNames.brief(round.desired().scope().region(), endpoint.service())));
        return missing;
    }

    private void forget(DesiredEndpoints desired) {
        eye.forget(desired);
        doubts.forget(desired.owner().uid());
        turns.tries().succeeded(desired.holder());
    }
}
