package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;
import static dev.fargate.aws.sdk.Calls.found;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.EventRules;
import dev.fargate.aws.errors.ErrorClassifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.Target;

record EventBridgeRules(Supplier<EventBridgeClient> events) implements EventRules {
    private static final String PUT_TARGETS = "events:PutTargets";
    private static final String REMOVE_TARGETS = "events:RemoveTargets";
    private static final int OK = 200;

    @Override
    public Optional<Rule> describe(String name) {
        return found("events:DescribeRule", () -> events.get().describeRule(request -> request.name(name)))
                .map(reply -> new Rule(reply.arn(), reply.eventPattern(), reply.stateAsString()));
    }

    @Override
    public Map<String, String> tags(String arn) {
        return call("events:ListTagsForResource", () -> events.get()
                        .listTagsForResource(request -> request.resourceARN(arn)))
                .tags()
                .stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    @Override
    public void tag(String arn, Map<String, String> tags) {
        List<Tag> all = tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        call("events:TagResource", () -> events.get()
                .tagResource(request -> request.resourceARN(arn).tags(all)));
    }

    @Override
    public void untag(String arn, Set<String> keys) {
        call("events:UntagResource", () -> events.get()
                .untagResource(request -> request.resourceARN(arn).tagKeys(keys)));
    }

    @Override
    public List<Target> targets(String rule) {
        return call("events:ListTargetsByRule", () -> events.get().listTargetsByRule(request -> request.rule(rule)))
                .targets();
    }

    @Override
    public void put(PutRuleRequest rule) {
        call("events:PutRule", () -> events.get().putRule(rule));
    }

    @Override
    public void putTarget(String rule, Target target) {
        call(PUT_TARGETS, () -> events.get()
                        .putTargets(request -> request.rule(rule).targets(target)))
                .failedEntries()
                .forEach(failed -> refused(PUT_TARGETS, failed.errorCode(), failed.errorMessage()));
    }

    @Override
    public void removeTargets(String rule, Set<String> ids) {
        call(REMOVE_TARGETS, () -> events.get()
                        .removeTargets(request -> request.rule(rule).ids(ids)))
                .failedEntries()
                .forEach(failed -> refused(REMOVE_TARGETS, failed.errorCode(), failed.errorMessage()));
    }

    @Override
    public void delete(String name) {
        call("events:DeleteRule", () -> events.get().deleteRule(request -> request.name(name)));
    }

    /** A refusal of an entry comes in a reply that says 200. */
    private static void refused(String operation, String code, String message) {
        throw new AwsException(ErrorClassifier.of(OK, code, message), operation, code, message, null);
    }
}
