package dev.fargate.reachability;

/**
 * A NAT gateway.
 *
 * @param state pending, available, deleting, deleted or failed
 * @param open whether it is of connectivity type public
 */
public record NatGateway(String id, String subnet, String state, boolean open) {
    boolean isAvailable() {
        return state.equals("available");
    }
}
