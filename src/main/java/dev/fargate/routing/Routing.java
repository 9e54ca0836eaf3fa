package dev.fargate.routing;

import dev.fargate.api.FargateServiceSpec.LoadBalancer;
import dev.fargate.api.OwnTargetGroup;
import dev.fargate.api.OwnTargetGroup.Protocol;
import dev.fargate.api.OwnTargetGroup.ProtocolVersion;
import dev.fargate.aws.Digest;
import dev.fargate.aws.Owner;
import dev.fargate.companion.Companion;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.routing.Door.Way;
import dev.fargate.routing.OwnGroup.Speech;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the targets of a service that name a listener to what is made for them. Pure. */
public record Routing(Listeners listeners) {

    /**
     * Whose they are.
     *
     * @param environment that the service is in
     * @param tags the declared ones and the owner's
     * @param former keys of the tags that were declared when they were last put
     */
    public record Whose(Owner owner, String environment, Map<String, String> tags, List<String> former) {
        public Whose {
            tags = Map.copyOf(tags);
            former = List.copyOf(former);
        }
    }

    /** What is made for the targets that name a listener; those that name a target group need nothing. */
    public Resolution<Ways> of(List<LoadBalancer> targets, Whose whose) {
        Map<LoadBalancer, Entrance> entrances = new LinkedHashMap<>();
        for (LoadBalancer target : targets) {
            if (target.listener() == null) {
                continue;
            }
            switch (listeners.find(whose.owner().namespace(), whose.environment(), target.listener())) {
                case Resolution.Resolved<Entrance> found -> entrances.put(target, found.desired());
                case Resolution.Unresolved<Entrance> missing -> {
                    return new Resolution.Unresolved<>(missing.problem());
                }
            }
        }
        return entrances.isEmpty() ? new Resolution.Resolved<>(Ways.NONE) : wanted(entrances, whose);
    }

    private static Resolution<Ways> wanted(Map<LoadBalancer, Entrance> entrances, Whose whose) {
        Map<LoadBalancer, String> names = new HashMap<>();
        Map<String, OwnGroup> groups = new LinkedHashMap<>();
        Map<String, OwnRule> rules = new LinkedHashMap<>();
        for (Map.Entry<LoadBalancer, Entrance> each : entrances.entrySet()) {
            OwnGroup group = group(each.getKey(), each.getValue(), whose);
            OwnRule rule = rule(each.getKey(), each.getValue(), group, whose);
            OwnGroup other = groups.putIfAbsent(group.name(), group);
            if (other != null
                    && !(other.health().equals(group.health())
                            && other.attributes().equals(group.attributes()))) {
                return invalid(
                        "targetGroup: port %d of %s is behind two listeners of one load balancer, which share a target group. Describe it the same for both.",
                        each.getKey());
            }
            if (rules.put(rule.name(), rule) != null) {
                return invalid(
                        "listener: port %d of %s is named twice for one listener. Put hosts and paths into one of the two.",
                        each.getKey());
            }
            names.put(each.getKey(), group.name());
        }
        return new Resolution.Resolved<>(new Ways(
                Stream.of(Stream.of(door(entrances, whose)), groups.values().stream(), rules.values().stream())
                        .<Companion>flatMap(made -> made)
                        .toList(),
                names));
    }

    private static Resolution<Ways> invalid(String what, LoadBalancer target) {
        return new Resolution.Unresolved<>(Problem.stalled(
                "Invalid", "spec.loadBalancers." + what.formatted(target.containerPort(), target.containerName())));
    }

    private static Door door(Map<LoadBalancer, Entrance> entrances, Whose whose) {
        return new Door(
                whose.owner(),
                entrances.entrySet().stream()
                        .map(each -> new Way(each.getValue(), ports(each.getKey())))
                        .toList(),
                whose.tags(),
                whose.former());
    }

    /** Health checks may ask another port. */
    private static Set<Integer> ports(LoadBalancer target) {
        return Stream.concat(
                        Stream.of(target.containerPort()),
                        Stream.ofNullable(target.targetGroup())
                                .map(OwnTargetGroup::healthCheck)
                                .filter(check -> check != null && check.port() != null)
                                .map(check -> check.port()))
                .collect(Collectors.toSet());
    }

    private static OwnGroup group(LoadBalancer target, Entrance entrance, Whose whose) {
        OwnTargetGroup asked = Optional.ofNullable(target.targetGroup()).orElse(OwnTargetGroup.DEFAULT);
        Speech speech = speech(asked, entrance, target.containerPort());
        return new OwnGroup(
                whose.owner(),
                name(whose.owner(), entrance, target.containerName(), speech),
                entrance,
                speech,
                RouteAttributes.health(asked.healthCheck()),
                RouteAttributes.of(asked, !speech.version().isEmpty()),
                whose.tags(),
                whose.former());
    }

    private static Speech speech(OwnTargetGroup asked, Entrance entrance, int port) {
        Protocol protocol =
                Optional.ofNullable(asked.protocol()).orElse(entrance.isNetwork() ? Protocol.TCP : Protocol.HTTP);
        boolean ofRequests = protocol == Protocol.HTTP || protocol == Protocol.HTTPS;
        ProtocolVersion version = Optional.ofNullable(asked.protocolVersion()).orElse(ProtocolVersion.HTTP1);
        return new Speech(protocol.name(), ofRequests ? version.name() : "", port);
    }

    /** ELB takes 32 letters, digits and hyphens; another name for all that AWS cannot change makes such a change a replacement. */
    private static String name(Owner owner, Entrance entrance, String container, Speech speech) {
        return "f-"
                + Digest.token(String.join(
                        "/",
                        owner.clusterId(),
                        owner.kind(),
                        owner.namespace(),
                        owner.name(),
                        entrance.balancer(),
                        container,
                        speech.toString()));
    }

    private static OwnRule rule(LoadBalancer target, Entrance entrance, OwnGroup group, Whose whose) {
        return new OwnRule(
                whose.owner(),
                entrance,
                group.name(),
                entrance.isNetwork() ? Set.of() : RouteConditions.of(target.listener()),
                Optional.ofNullable(target.listener().priority()),
                whose.tags(),
                whose.former());
    }
}
