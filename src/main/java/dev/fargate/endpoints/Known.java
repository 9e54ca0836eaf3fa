package dev.fargate.endpoints;

import dev.fargate.api.FargateEndpointsStatus;
import dev.fargate.aws.SecurityGroups.Group;
import dev.fargate.aws.Subnets.Subnet;
import dev.fargate.aws.VpcEndpoints.Endpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is on record of a resource's endpoints.
 *
 * @param accountId empty before anything was seen
 * @param endpoints one without an id, or whose id is of one that is gone, was about to be made
 */
record Known(
        Optional<String> accountId,
        Optional<String> region,
        Optional<String> roleArn,
        Optional<String> vpcId,
        Optional<String> group,
        List<FargateEndpointsStatus.Endpoint> endpoints,
        List<String> tagKeys) {
    private static final String DELETED = "deleted";

    Known {
        endpoints = List.copyOf(endpoints);
        tagKeys = List.copyOf(tagKeys);
    }

    static Known of(FargateEndpointsStatus status) {
        return status == null
                ? new Known(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of())
                : new Known(
                        Optional.ofNullable(status.accountId()),
                        Optional.ofNullable(status.region()),
                        Optional.ofNullable(status.roleArn()),
                        Optional.ofNullable(status.vpcId()),
                        Optional.ofNullable(status.securityGroup()),
                        status.endpoints(),
                        status.tagKeys());
    }

    /** What a look shows: ours, and those of others that serve. */
    static Known of(DesiredEndpoints desired, EndpointsView view, Known before) {
        List<FargateEndpointsStatus.Endpoint> shown = new ArrayList<>();
        view.own(desired)
                .forEach(endpoint -> shown.add(recorded(desired, endpoint, zones(view.ground(), endpoint), true)));
        ServiceChoice.of(desired, view).stream()
                .flatMap(choice -> choice.others().stream())
                .forEach(endpoint -> shown.add(recorded(desired, endpoint, zones(view.ground(), endpoint), false)));
        return new Known(
                Optional.of(view.ground().caller().accountId()),
                Optional.of(desired.scope().region()),
                desired.scope().roleArn(),
                Optional.of(view.ground().vpcs().first()),
                view.ownGroup(desired).map(Group::id),
                sorted(shown),
                before.tagKeys());
    }

    /** The same before endpoints are made; of one that was there before, the id stays, since tokens depend on it. */
    Known making(List<EndpointStep.Create> creations, Known before) {
        List<FargateEndpointsStatus.Endpoint> all = new ArrayList<>(endpoints);
        creations.forEach(creation -> {
            Optional<String> last = before.idOf(creation.service()).filter(id -> !ids().contains(id));
            all.add(new FargateEndpointsStatus.Endpoint(
                    creation.service(),
                    last.orElse(null),
                    creation.request().type().name(),
                    last.map(_ -> DELETED).orElse(null),
                    null,
                    null,
                    null,
                    true));
        });
        return withEndpoints(all);
    }

    private static boolean isIntended(FargateEndpointsStatus.Endpoint endpoint) {
        return endpoint.id() == null || DELETED.equals(endpoint.state());
    }

    /** Ids of ours that EC2 has shown and that are not known to be gone. */
    List<String> ids() {
        return endpoints.stream()
                .filter(endpoint -> Boolean.TRUE.equals(endpoint.owned()) && !isIntended(endpoint))
                .map(FargateEndpointsStatus.Endpoint::id)
                .toList();
    }

    /** The same after calls, with what EC2 replied. */
    Known with(DesiredEndpoints desired, List<Endpoint> made) {
        List<FargateEndpointsStatus.Endpoint> replies = made.stream()
                .map(endpoint -> recorded(desired, endpoint, List.of(), true))
                .toList();
        Set<String> services =
                replies.stream().map(FargateEndpointsStatus.Endpoint::service).collect(Collectors.toSet());
        List<FargateEndpointsStatus.Endpoint> all = new ArrayList<>(endpoints);
        all.removeIf(endpoint -> isIntended(endpoint) && services.contains(endpoint.service()));
        all.addAll(replies);
        return withEndpoints(all);
    }

    /** The same after deletions have begun: that these are not found later on is no surprise. */
    Known ending(List<EndpointStep> begun) {
        Set<String> ids = begun.stream()
                .filter(EndpointStep.Delete.class::isInstance)
                .map(step -> ((EndpointStep.Delete) step).id())
                .collect(Collectors.toSet());
        return withEndpoints(endpoints.stream()
                .map(endpoint -> ids.contains(endpoint.id())
                        ? new FargateEndpointsStatus.Endpoint(
                                endpoint.service(),
                                endpoint.id(),
                                endpoint.type(),
                                "deleting",
                                endpoint.zones(),
                                endpoint.dnsNames(),
                                endpoint.monthlyCost(),
                                endpoint.owned())
                        : endpoint)
                .toList());
    }

    Known tagged(DesiredEndpoints desired) {
        return new Known(accountId, region, roleArn, vpcId, group, endpoints, desired.declaredTagKeys());
    }

    Known withEndpoints(List<FargateEndpointsStatus.Endpoint> others) {
        return new Known(accountId, region, roleArn, vpcId, group, sorted(others), tagKeys);
    }

    /** Of the endpoint that a service has, or had last. */
    Optional<String> idOf(String service) {
        return endpoints.stream()
                .filter(endpoint -> Boolean.TRUE.equals(endpoint.owned())
                        && service.equals(endpoint.service())
                        && endpoint.id() != null)
                .map(FargateEndpointsStatus.Endpoint::id)
                .findFirst();
    }

    /** Services with an endpoint that is about to be made. */
    Set<String> intended() {
        return endpoints.stream()
                .filter(Known::isIntended)
                .map(FargateEndpointsStatus.Endpoint::service)
                .collect(Collectors.toSet());
    }

    /** Endpoints of ours that must be there, because EC2 has shown them and nothing of their end, but are not. */
    Set<String> missing(List<Endpoint> there) {
        Set<String> ids = there.stream().map(Endpoint::id).collect(Collectors.toSet());
        return endpoints.stream()
                .filter(endpoint -> Boolean.TRUE.equals(endpoint.owned())
                        && !isIntended(endpoint)
                        && !"deleting".equals(endpoint.state())
                        && !ids.contains(endpoint.id()))
                .map(FargateEndpointsStatus.Endpoint::id)
                .collect(Collectors.toSet());
    }

    private static FargateEndpointsStatus.Endpoint recorded(
            DesiredEndpoints desired, Endpoint endpoint, List<String> zones, boolean owned) {
        return new FargateEndpointsStatus.Endpoint(
                ServiceNames.brief(desired.scope().region(), endpoint.service()),
                endpoint.id(),
                endpoint.type().name(),
                endpoint.state(),
                zones,
                endpoint.names().stream().limit(2).toList(),
                null,
                owned);
    }

    /** Those of the subnets that are known here; an endpoint of others may stand in more. */
    private static List<String> zones(Ground ground, Endpoint endpoint) {
        return ground.subnets().stream()
                .filter(subnet -> endpoint.content().subnets().contains(subnet.id()))
                .map(Subnet::availabilityZone)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<FargateEndpointsStatus.Endpoint> sorted(List<FargateEndpointsStatus.Endpoint> endpoints) {
        return endpoints.stream()
                .sorted(Comparator.comparing(FargateEndpointsStatus.Endpoint::service)
                        .thenComparing(endpoint -> endpoint.id() == null ? "" : endpoint.id()))
                .toList();
    }
}
