package dev.fargate.simulator.ecs.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.AwsFault;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * A capacity provider strategy: whether it is valid, and which provider the next task goes to: first the base, then by
 * weight.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
 */
public final class CapacityStrategy {
    private CapacityStrategy() {}

    /** Refuses a strategy that the cluster cannot serve. */
    public static void check(JsonNode strategy, List<String> associated) {
        int bases = 0;
        int weights = 0;
        for (JsonNode item : strategy) {
            String provider = item.path("capacityProvider").asText();
            if (!associated.contains(provider)) {
                // The words as people report them: https://github.com/dask/dask-cloudprovider/issues/328
                throw AwsFault.invalidParameter("The specified capacity provider strategy cannot contain a capacity"
                        + " provider that is not associated with the cluster. Associate the capacity provider with the"
                        + " cluster or specify a valid capacity provider and try again.");
            }
            bases += item.path("base").asInt(0) > 0 ? 1 : 0;
            weights += item.path("weight").asInt(0);
        }
        if (bases > 1) {
            throw AwsFault.invalidParameter("There are multiple capacity providers in the specified capacity provider"
                    + " strategy with a base value defined.");
        }
        if (!strategy.isEmpty() && weights == 0 && strategy.size() > 1) {
            throw AwsFault.invalidParameter(
                    "A capacity provider strategy must have at least one capacity provider with a weight above zero.");
        }
    }

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
