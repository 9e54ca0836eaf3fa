package dev.fargate.simulator.ecs.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fargate.simulator.ecs.EcsCall;

/** One account in one region: nothing in ECS is seen across its border. */
public record Realm(String accountId, String region, String partition) {

    public static Realm of(EcsCall call) {
        return new Realm(call.accountId(), call.region(), call.partition());
    }

    /** The ARN of an ECS resource, such as {@code service/cluster/name}. */
    public String arn(String resource) {
        return "arn:" + partition + ":ecs:" + region + ":" + accountId + ":" + resource;
    }

    /** The Cloud Map namespace of a name: always the same one. */
    public String namespace(String name) {
        return "arn:%s:servicediscovery:%s:%s:namespace/ns-%08x"
                .formatted(partition, region, accountId, name.hashCode());
    }

    /** A global resource of IAM. */
    public String iam(String resource) {
        return "arn:" + partition + ":iam::" + accountId + ":" + resource;
    }

    /** A call that nobody made: what ECS does by itself in this realm. */
    public EcsCall itself() {
        return new EcsCall("", JsonNodeFactory.instance.objectNode(), accountId, region, partition);
    }
}
