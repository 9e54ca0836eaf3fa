package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.SdkTags;
import dev.fargate.aws.Tags;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.EcsClient;

record EcsTags(Supplier<EcsClient> ecs) implements Tags {

    @Override
    public void tag(String arn, Map<String, String> tags) {
        call("ecs:TagResource", () -> ecs.get()
                .tagResource(request -> request.resourceArn(arn).tags(SdkTags.list(tags))));
    }

    @Override
    public void untag(String arn, Set<String> keys) {
        call("ecs:UntagResource", () -> ecs.get()
                .untagResource(request -> request.resourceArn(arn).tagKeys(keys)));
    }
}
