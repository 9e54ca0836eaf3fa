package dev.fargate.endpoints;

import dev.fargate.api.EndpointsCost;
import dev.fargate.api.FargateEndpointsStatus.Endpoint;
import dev.fargate.cost.Estimate;
import dev.fargate.cost.NetworkPrices;
import dev.fargate.cost.PriceTable;
import java.util.List;
import java.util.Optional;

/** What endpoints cost; those of others cost others. Gateways cost nothing. Pure. */
record EndpointCosts(PriceTable table, Optional<NetworkPrices> prices) {
    static EndpointCosts of(PriceTable table, Optional<String> region) {
        return new EndpointCosts(table, region.flatMap(table::networkOf));
    }

    /** Each with its own. */
    List<Endpoint> on(List<Endpoint> endpoints) {
        return endpoints.stream().map(this::on).toList();
    }

    private Endpoint on(Endpoint endpoint) {
        return new Endpoint(
                endpoint.service(),
                endpoint.id(),
                endpoint.type(),
                endpoint.state(),
                endpoint.zones(),
                endpoint.dnsNames(),
                prices.filter(_ -> costs(endpoint))
                        .map(known -> known.endpoint(endpoint.zones().size()).perMonth())
                        .orElse(null),
                endpoint.owned());
    }

    /** None where nothing costs, or it is not known what. */
    Optional<EndpointsCost> all(List<Endpoint> endpoints) {
        List<Endpoint> charged = endpoints.stream().filter(EndpointCosts::costs).toList();
        if (charged.isEmpty()) {
            return Optional.empty();
        }
        int zones = (int) charged.stream()
                .flatMap(endpoint -> endpoint.zones().stream())
                .distinct()
                .count();
        return prices.map(known -> new EndpointsCost(
                charged.stream()
                        .map(endpoint -> known.endpoint(endpoint.zones().size()))
                        .reduce(Estimate.NOTHING, Estimate::plus)
                        .perMonth(),
                known.natGateways(zones).perMonth(),
                table.currency(),
                table.date().toString()));
    }

    private static boolean costs(Endpoint endpoint) {
        return Boolean.TRUE.equals(endpoint.owned()) && !endpoint.zones().isEmpty();
    }
}
