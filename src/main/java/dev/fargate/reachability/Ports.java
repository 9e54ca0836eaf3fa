package dev.fargate.reachability;

/** A range of ports. */
public record Ports(int from, int to) {
    static final Ports HTTPS = new Ports(Rule.HTTPS, Rule.HTTPS);
    /** Where answers come back to on Linux (VPC user guide, "Ephemeral ports"; the kernel's ip_local_port_range). */
    static final Ports OF_TASKS = new Ports(32768, 60999);
    /** Where answers come back to at a NAT gateway (the same page). */
    static final Ports OF_NAT = new Ports(1024, 65535);

    boolean contain(Ports other) {
        return from <= other.from && other.to <= to;
    }

    boolean overlap(Ports other) {
        return from <= other.to && other.from <= to;
    }

    @Override
    public String toString() {
        return from == to ? Integer.toString(from) : from + "-" + to;
    }
}
