package dev.fargate.taskdefinition;

import dev.fargate.api.Place;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Owner;
import dev.fargate.aws.SdkTags;
import dev.fargate.environment.Ownership;
import java.util.Map;

/**
 * The family of a FargateTaskDefinition as it should be.
 *
 * @param definition its newest revision
 */
record DesiredFamily(
        Ownership ownership, AwsScope scope, Place place, DesiredTaskDefinition definition, Settings settings) {

    /**
     * What is not ECS's but the operator's.
     *
     * @param given the family is named in the spec, so that somebody else may have registered in it before
     */
    record Settings(boolean given, int historyLimit) {}

    Owner owner() {
        return ownership.owner();
    }

    String family() {
        return definition.request().family();
    }

    /** The tags that the spec and the environment declare, with the owner tags and the content hash. */
    Map<String, String> tags() {
        return SdkTags.map(definition.request().tags());
    }
}
