package dev.fargate.api;

/** ECS's rules for a capacity provider strategy, as CEL over a list of items, with the words of a refusal. */
final class CapacityRules {
    /** AWS: "At least one capacity provider in the strategy must have a weight greater than 0." */
    static final String WEIGHT = "self.exists(i, has(i.weight) && i.weight > 0)";

    static final String WEIGHT_SAYS =
            "a capacity provider strategy needs an item with a weight above 0: tasks above the base go nowhere else";

    /** AWS: "Only one capacity provider in a capacity provider strategy can have a base defined." */
    static final String BASE = "self.filter(i, has(i.base) && i.base > 0).size() <= 1";

    static final String BASE_SAYS = "only one item of a capacity provider strategy may have a base: remove the others";

    /** AWS: "Only capacity providers that are already associated with a cluster … can be used in a capacity provider strategy." */
    static final String ASSOCIATED = "!has(self.capacityProviders) || !has(self.defaultCapacityProviderStrategy)"
            + " || self.defaultCapacityProviderStrategy.all(i, i.capacityProvider in self.capacityProviders)";

    static final String ASSOCIATED_SAYS =
            "defaultCapacityProviderStrategy names a provider that capacityProviders lacks: add it there, or leave capacityProviders out";

    private CapacityRules() {}
}
