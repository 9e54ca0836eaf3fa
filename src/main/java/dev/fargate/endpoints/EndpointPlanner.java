package dev.fargate.endpoints;

import dev.fargate.aws.Digest;
import dev.fargate.aws.SecurityGroups.Group;
import dev.fargate.aws.TagChange;
import dev.fargate.aws.VpcEndpoints.Content;
import dev.fargate.aws.VpcEndpoints.Endpoint;
import dev.fargate.aws.VpcEndpoints.Offer;
import dev.fargate.aws.VpcEndpoints.Request;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Plans a resource's endpoints: all that EC2 can change is changed in place, and what is wanted no more goes last. Pure. */
final class EndpointPlanner {
    /** Ends that only a person can mend (EC2 API reference, VpcEndpoint). */
    private static final Set<String> FAILED = Set.of("failed", "rejected", "expired", "partial");

    private EndpointPlanner() {}

    static Resolution<Plan<EndpointStep>> plan(DesiredEndpoints desired, EndpointsView view, Known before) {
        return view.ground()
                .problem(desired, before)
                .or(() -> GroupPlanner.problem(desired, view))
                .<Resolution<Plan<EndpointStep>>>map(Resolution.Unresolved::new)
                .orElseGet(() -> new Resolution.Resolved<>(new Plan<>(steps(desired, view, before))));
    }

    /** Deletes what carries our tags; the group after the last endpoint. */
    static Plan<EndpointStep> deletion(DesiredEndpoints desired, List<Endpoint> own, Optional<Group> group) {
        return new Plan<>(
                own.isEmpty()
                        ? group.<EndpointStep>map(last -> new GroupStep.Delete(last.id())).stream()
                                .toList()
                        : own.stream().map(endpoint -> end(desired, endpoint)).toList());
    }

    private static EndpointStep end(DesiredEndpoints desired, Endpoint endpoint) {
        String service = ServiceNames.brief(desired.scope().region(), endpoint.service());
        return endpoint.changing()
                ? new EndpointStep.Await(service, endpoint.id(), endpoint.state())
                : new EndpointStep.Delete(service, endpoint.id());
    }

    /** An endpoint that is wanted, and that only a person can mend; the others go on beside it. */
    static Optional<Problem> failed(DesiredEndpoints desired, EndpointsView view) {
        return ServiceChoice.of(desired, view).stream()
                .flatMap(choice -> choice.own().stream())
                .filter(EndpointPlanner::hasFailed)
                .findFirst()
                .map(endpoint -> Problem.stalled(
                        "EndpointFailed",
                        ("Endpoint %1$s (%2$s) is %3$s; EC2 says why: aws ec2 describe-vpc-endpoints --vpc-endpoint-ids %1$s. Mend that,"
                                        + " then delete it, and it is made anew: aws ec2 delete-vpc-endpoints --vpc-endpoint-ids %1$s")
                                .formatted(
                                        endpoint.id(),
                                        ServiceNames.brief(desired.scope().region(), endpoint.service()),
                                        endpoint.state())));
    }

    private static boolean hasFailed(Endpoint endpoint) {
        return FAILED.contains(endpoint.state());
    }

    private static List<EndpointStep> steps(DesiredEndpoints desired, EndpointsView view, Known before) {
        List<ServiceChoice> choices = ServiceChoice.of(desired, view);
        List<EndpointStep> steps = new ArrayList<>();
        Optional<GroupStep> group = GroupPlanner.step(desired, view, before);
        group.filter(step -> !(step instanceof GroupStep.Delete)).ifPresent(steps::add);
        choices.forEach(choice -> steps.addAll(towards(choice, desired, view, before)));
        view.own(desired).stream()
                .filter(endpoint -> choices.stream().noneMatch(choice -> choice.keeps(desired, endpoint)))
                .map(endpoint -> end(desired, endpoint))
                .forEach(steps::add);
        group.filter(GroupStep.Delete.class::isInstance).ifPresent(steps::add);
        return steps;
    }

    private static List<EndpointStep> towards(
            ServiceChoice choice, DesiredEndpoints desired, EndpointsView view, Known before) {
        if (choice.awaited().isPresent()) {
            Endpoint awaited = choice.awaited().get();
            return List.of(new EndpointStep.Await(choice.service(), awaited.id(), awaited.state()));
        }
        boolean early = choice.wantsInterface() && view.groups(desired).isEmpty();
        if (early
                || choice.wanted().isEmpty()
                || choice.own().filter(EndpointPlanner::hasFailed).isPresent()) {
            return List.of();
        }
        Content wanted = choice.wanted().get();
        return choice.own()
                .map(own -> changes(choice.service(), own, wanted, desired, before))
                .orElseGet(() -> List.of(creation(choice, wanted, desired, view, before)));
    }

    private static EndpointStep creation(
            ServiceChoice choice, Content wanted, DesiredEndpoints desired, EndpointsView view, Known before) {
        Offer offer = choice.offer().orElseThrow();
        String vpc = view.ground().vpcs().first();
        // The last one's id: a token must not bring back an endpoint that was deleted since. What is asked for: EC2
        // refuses a token with another request, and an environment's network changes without a new generation.
        String token = Digest.token(String.join(
                " ",
                desired.owner().uid(),
                offer.service(),
                vpc,
                Long.toString(desired.generation()),
                before.idOf(choice.service()).orElse(""),
                text(wanted)));
        return new EndpointStep.Create(
                choice.service(), new Request(vpc, offer.service(), offer.type(), wanted, desired.tags(), token));
    }

    /** The same in each process, which the order of a set is not. */
    private static String text(Content content) {
        return List.of(
                        new TreeSet<>(content.subnets()),
                        new TreeSet<>(content.groups()),
                        new TreeSet<>(content.routeTables()),
                        content.privateDns(),
                        content.addresses(),
                        content.policy().text())
                .toString();
    }

    private static List<EndpointStep> changes(
            String service, Endpoint own, Content wanted, DesiredEndpoints desired, Known before) {
        TagChange tags = TagChange.between(own.tags(), desired.tags(), before.tagKeys());
        List<EndpointStep> steps = new ArrayList<>();
        if (!own.content().equals(wanted)) {
            steps.add(new EndpointStep.Modify(
                    service, own.id(), own.content(), wanted, ContentDifferences.of(own.content(), wanted)));
        }
        if (!tags.isEmpty()) {
            steps.add(new EndpointStep.Tag(service, own.id(), tags));
        }
        return steps;
    }
}
