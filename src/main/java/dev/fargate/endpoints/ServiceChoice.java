package dev.fargate.endpoints;

import dev.fargate.aws.VpcEndpoints;
import dev.fargate.aws.VpcEndpoints.Content;
import dev.fargate.aws.VpcEndpoints.Endpoint;
import dev.fargate.aws.VpcEndpoints.Offer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * By which endpoint a service that is wanted is, or is to be, reached. Pure.
 *
 * @param service by its short name
 * @param offer empty where neither the region nor a zone of the subnets has it, or where EC2 left it out of a reply
 * @param wanted what an endpoint of ours is to be made of; empty where those of others serve, or nothing is offered
 * @param own ours, if there is one
 * @param others those of others that serve, or stand in the way until they are gone
 */
record ServiceChoice(
        String service,
        Optional<Offer> offer,
        Optional<Content> wanted,
        Optional<Endpoint> own,
        List<Endpoint> others) {
    private static final Set<String> SERVING = Set.of("available", "pending");

    ServiceChoice {
        others = List.copyOf(others);
    }

    static List<ServiceChoice> of(DesiredEndpoints desired, EndpointsView view) {
        return desired.services().stream()
                .map(service -> of(service, desired, view))
                .toList();
    }

    private static ServiceChoice of(String service, DesiredEndpoints desired, EndpointsView view) {
        String name = ServiceNames.full(desired.scope().region(), service);
        Optional<Offer> offer = view.ground().offer(name).filter(found -> hasPlace(desired, view.ground(), found));
        if (offer.isEmpty()) {
            return new ServiceChoice(service, offer, Optional.empty(), Optional.empty(), List.of());
        }
        Predicate<Endpoint> matches = endpoint -> endpoint.service().equals(name)
                && endpoint.type() == offer.get().type();
        Optional<Endpoint> own = view.own(desired).stream()
                .filter(matches)
                .min(Comparator.comparing(Endpoint::isGoing).thenComparing(Endpoint::id));
        List<Endpoint> others = view.others(desired).stream().filter(matches).toList();
        return offer.get().type() == VpcEndpoints.Type.Gateway
                ? gateway(service, offer.get(), desired, view.ground(), own, others)
                : interfaces(service, offer.get(), desired, view, own, others);
    }

    private static boolean hasPlace(DesiredEndpoints desired, Ground ground, Offer offer) {
        return offer.type() == VpcEndpoints.Type.Gateway
                || (ground.hasPlace(offer)
                        && (offer.addresses().isEmpty() || offer.addresses().containsAll(families(desired))));
    }

    /** A service offers ipv4 and ipv6, and an endpoint may have both. */
    private static Set<String> families(DesiredEndpoints desired) {
        return desired.addresses().equals("dualstack") ? Set.of("ipv4", "ipv6") : Set.of(desired.addresses());
    }

    /** A route table has one route to a service at most: those that lead to gateways of others are left to them. */
    private static ServiceChoice gateway(
            String service,
            Offer offer,
            DesiredEndpoints desired,
            Ground ground,
            Optional<Endpoint> own,
            List<Endpoint> others) {
        List<Endpoint> serving = others.stream()
                .filter(other -> other.content().routeTables().stream().anyMatch(ground.routeTables()::contains))
                .toList();
        Set<String> tables = new HashSet<>(ground.routeTables());
        serving.forEach(other -> tables.removeAll(other.content().routeTables()));
        Optional<Content> wanted = tables.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content(
                        Set.of(),
                        Set.of(),
                        tables,
                        own.isPresent() && own.get().content().privateDns(),
                        own.map(endpoint -> endpoint.content().addresses()).orElse(Content.IPV4),
                        desired.policy(service)));
        return new ServiceChoice(service, Optional.of(offer), wanted, own, serving);
    }

    /** The usual name leads to one endpoint of a VPC only; without it, everybody needs one of his own. */
    private static ServiceChoice interfaces(
            String service,
            Offer offer,
            DesiredEndpoints desired,
            EndpointsView view,
            Optional<Endpoint> own,
            List<Endpoint> others) {
        List<Endpoint> serving = others.stream()
                .filter(other -> desired.privateDns() && other.content().privateDns())
                .filter(other -> SERVING.contains(other.state()) || other.isGoing())
                .toList();
        boolean left = own.isEmpty() && serving.stream().anyMatch(other -> !other.isGoing());
        Content content = new Content(
                view.ground()
                        .places(
                                offer,
                                own.map(endpoint -> endpoint.content().subnets())
                                        .orElse(Set.of())),
                view.groups(desired),
                Set.of(),
                desired.privateDns(),
                desired.addresses(),
                desired.policy(service));
        return new ServiceChoice(
                service, Optional.of(offer), left ? Optional.empty() : Optional.of(content), own, serving);
    }

    boolean wantsInterface() {
        return wanted.isPresent()
                && offer.filter(found -> found.type() == VpcEndpoints.Type.Interface)
                        .isPresent();
    }

    /**
     * Whether an endpoint of ours is left where it is. A reply that lacks an offer or a route table is no reason to end one; another that
     * takes its place is, once that serves.
     */
    boolean keeps(DesiredEndpoints desired, Endpoint endpoint) {
        if (!endpoint.service().equals(ServiceNames.full(desired.scope().region(), service))) {
            return false;
        }
        boolean chosen = own.filter(endpoint::equals).isPresent();
        boolean replaced = wanted.isPresent()
                ? own.filter(Endpoint::isAvailable).isPresent()
                : !others.isEmpty() && others.stream().allMatch(Endpoint::isAvailable);
        return (chosen && wanted.isPresent()) || !replaced;
    }

    /** What has to end or to begin before anything else can be done for the service. */
    Optional<Endpoint> awaited() {
        Stream<Endpoint> concerned = wanted.isEmpty()
                ? others.stream()
                : own.isPresent() ? own.stream() : others.stream().filter(Endpoint::isGoing);
        return concerned.filter(Endpoint::changing).findFirst();
    }
}
