package dev.fargate.reachability;

import java.util.List;

/** What a security group lets out and in. */
public record SecurityGroup(String id, List<Rule> out, List<Rule> in) {
    public SecurityGroup {
        out = List.copyOf(out);
        in = List.copyOf(in);
    }
}
