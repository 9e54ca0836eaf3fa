package dev.fargate.cost;

import java.math.BigDecimal;

/** Prices of an hour of one region, without traffic: of an interface endpoint in one zone, and of a NAT gateway. */
public record NetworkPrices(BigDecimal endpointZone, BigDecimal natGateway) {
    public Estimate endpoint(int zones) {
        return new Estimate(endpointZone).times(BigDecimal.valueOf(zones));
    }

    public Estimate natGateways(int number) {
        return new Estimate(natGateway).times(BigDecimal.valueOf(number));
    }
}
