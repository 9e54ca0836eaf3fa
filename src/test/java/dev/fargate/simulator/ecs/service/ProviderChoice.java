package dev.fargate.simulator.ecs.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Which capacity provider the next task goes to: first the base, then by weight.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
 */
public final class ProviderChoice {
    private ProviderChoice() {}

    /**
     * The provider, or none without a strategy.
     *
     * @param running how many tasks each provider has already
     */
    public static Optional<String> next(JsonNode strategy, ToIntFunction<String> running) {
        Optional<String> best = Optional.empty();
        double least = Double.MAX_VALUE;
        for (JsonNode item : strategy) {
            String provider = item.path("capacityProvider").asText();
            int base = item.path("base").asInt(0);
            int count = running.applyAsInt(provider);
            if (count < base) {
                return Optional.of(provider);
            }
            int weight = item.path("weight").asInt(0);
            double load = weight == 0 ? Double.MAX_VALUE : (count - base + 1.0) / weight;
            if (best.isEmpty() || load < least) {
                best = Optional.of(provider);
                least = load;
            }
        }
        return best;
    }
}
