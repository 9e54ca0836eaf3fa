package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.BalancerTags;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

record ElbTags(Supplier<ElasticLoadBalancingV2Client> elb) implements BalancerTags {
    /** DescribeTags takes 20 ARNs (ELB API reference). */
    private static final int ARNS = 20;

    @Override
    public Map<String, Map<String, String>> tags(Collection<String> arns) {
        List<String> all = List.copyOf(arns);
        Map<String, Map<String, String>> tags = new HashMap<>();
        for (int i = 0; i < all.size(); i += ARNS) {
            List<String> some = all.subList(i, Math.min(all.size(), i + ARNS));
            call("elasticloadbalancing:DescribeTags", () -> elb.get()
                            .describeTags(request -> request.resourceArns(some)))
                    .tagDescriptions()
                    .forEach(described -> tags.put(
                            described.resourceArn(),
                            described.tags().stream().collect(Collectors.toMap(Tag::key, tag -> text(tag.value())))));
        }
        return tags;
    }

    @Override
    public void tag(String arn, Map<String, String> tags) {
        call("elasticloadbalancing:AddTags", () -> elb.get()
                .addTags(request -> request.resourceArns(arn).tags(list(tags))));
    }

    @Override
    public void untag(String arn, Set<String> keys) {
        call("elasticloadbalancing:RemoveTags", () -> elb.get().removeTags(request -> request.resourceArns(arn)
                .tagKeys(keys.stream().sorted().toList())));
    }

    static List<Tag> list(Map<String, String> tags) {
        return tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private static String text(String value) {
        return Optional.ofNullable(value).orElse("");
    }
}
