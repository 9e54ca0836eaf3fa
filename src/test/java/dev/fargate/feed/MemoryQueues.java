package dev.fargate.feed;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.EventRules;
import dev.fargate.aws.Identity;
import dev.fargate.aws.Queues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** An account for one turn: what it holds is given, every write is noted with what it says, and no message ever comes. */
final class MemoryQueues implements Queues, EventRules {
    private static final String URL = "https://sqs.eu-west-1.amazonaws.com/123456789012/";

    private final Holdings holdings;
    private final List<String> calls = new ArrayList<>();

    MemoryQueues(Holdings holdings) {
        this.holdings = holdings;
    }

    /** The account as a file tells it. */
    record Holdings(String accountId, Queue queue, Rule rule, String refuses) {

        /** A queue's attributes by the names of the API. */
        record Queue(Map<String, String> attributes, Map<String, String> tags) {}

        /** A rule with the ARNs of its targets by their ids. */
        record Rule(String pattern, String state, Map<String, String> targets, Map<String, String> tags) {}
    }

    Aws aws() {
        return new Aws(
                () -> new Identity.Caller(holdings.accountId(), "aws"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                this,
                this,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Optional<String> url(String name) {
        return Optional.ofNullable(holdings.queue()).map(queue -> URL + name);
    }

    @Override
    public Map<String, String> attributes(String url) {
        return holdings.queue().attributes();
    }

    @Override
    public String create(String name, Map<String, String> attributes, Map<String, String> tags) {
        note("sqs:CreateQueue", name, new TreeMap<>(attributes), new TreeMap<>(tags));
        return URL + name;
    }

    @Override
    public void set(String url, Map<String, String> attributes) {
        note("sqs:SetQueueAttributes", url, new TreeMap<>(attributes));
    }

    @Override
    public void delete(String url) {
        // Rules and queues are both deleted by one text.
        note(url.startsWith(URL) ? "sqs:DeleteQueue" : "events:DeleteRule", url);
    }

    @Override
    public List<Message> receive(String url, Duration wait) {
        try {
            new CountDownLatch(1).await();
            return List.of();
        } catch (InterruptedException e) {
            throw new AwsException(ErrorClass.TRANSIENT, "sqs:ReceiveMessage", "Interrupted", "stopped", e);
        }
    }

    @Override
    public void delete(String url, List<Message> messages) {
        throw new IllegalStateException("no message came");
    }

    @Override
    public Optional<EventRules.Rule> describe(String name) {
        return Optional.ofNullable(holdings.rule())
                .map(rule -> new EventRules.Rule(
                        "arn:aws:events:eu-west-1:123456789012:rule/" + name, rule.pattern(), rule.state()));
    }

    @Override
    public Map<String, String> tags(String urlOrArn) {
        return urlOrArn.startsWith(URL)
                ? holdings.queue().tags()
                : holdings.rule().tags();
    }

    @Override
    public void tag(String urlOrArn, Map<String, String> tags) {
        note(urlOrArn.startsWith(URL) ? "sqs:TagQueue" : "events:TagResource", urlOrArn, new TreeMap<>(tags));
    }

    @Override
    public void untag(String urlOrArn, Set<String> keys) {
        note(urlOrArn.startsWith(URL) ? "sqs:UntagQueue" : "events:UntagResource", urlOrArn, keys);
    }

    @Override
    public List<Target> targets(String rule) {
        return holdings.rule().targets().entrySet().stream()
                .map(target -> Target.builder()
                        .id(target.getKey())
                        .arn(target.getValue())
                        .build())
                .toList();
    }

    @Override
    public void put(PutRuleRequest request) {
        note(
                "events:PutRule",
                request.name(),
                request.stateAsString(),
                request.eventPattern(),
                request.tags().stream()
                        .map(tag -> tag.key() + "=" + tag.value())
                        .toList());
    }

    @Override
    public void putTarget(String rule, Target target) {
        note("events:PutTargets", rule, target.id(), target.arn());
    }

    @Override
    public void removeTargets(String rule, Set<String> ids) {
        note("events:RemoveTargets", rule, ids);
    }

    private void note(String operation, Object... said) {
        List<String> words = new ArrayList<>(List.of(operation));
        for (Object word : said) {
            words.add(word.toString());
        }
        calls.add(String.join(" ", words));
        if (operation.equals(holdings.refuses())) {
            throw new AwsException(ErrorClass.DENIED, operation, "AccessDenied", "not authorized to perform it", null);
        }
    }
}
