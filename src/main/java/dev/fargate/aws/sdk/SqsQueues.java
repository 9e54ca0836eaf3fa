package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;
import static dev.fargate.aws.sdk.Calls.found;

import dev.fargate.aws.Queues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

record SqsQueues(Supplier<SqsClient> sqs) implements Queues {
    /** Beyond the wait itself, as long as for any other reply. */
    private static final Duration REPLY = Duration.ofSeconds(10);

    @Override
    public Optional<String> url(String name) {
        return found("sqs:GetQueueUrl", () -> sqs.get().getQueueUrl(request -> request.queueName(name)))
                .map(reply -> reply.queueUrl());
    }

    @Override
    public Map<String, String> attributes(String url) {
        return call("sqs:GetQueueAttributes", () -> sqs.get()
                        .getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL)))
                .attributesAsStrings();
    }

    @Override
    public Map<String, String> tags(String url) {
        return call("sqs:ListQueueTags", () -> sqs.get().listQueueTags(request -> request.queueUrl(url)))
                .tags();
    }

    @Override
    public void tag(String url, Map<String, String> tags) {
        call("sqs:TagQueue", () -> sqs.get()
                .tagQueue(request -> request.queueUrl(url).tags(tags)));
    }

    @Override
    public void untag(String url, Set<String> keys) {
        call("sqs:UntagQueue", () -> sqs.get()
                .untagQueue(request -> request.queueUrl(url).tagKeys(keys)));
    }

    @Override
    public String create(String name, Map<String, String> attributes, Map<String, String> tags) {
        return call("sqs:CreateQueue", () -> sqs.get().createQueue(request -> request.queueName(name)
                        .attributesWithStrings(attributes)
                        .tags(tags)))
                .queueUrl();
    }

    @Override
    public void set(String url, Map<String, String> attributes) {
        call("sqs:SetQueueAttributes", () -> sqs.get()
                .setQueueAttributes(request -> request.queueUrl(url).attributesWithStrings(attributes)));
    }

    @Override
    public void delete(String url) {
        call("sqs:DeleteQueue", () -> sqs.get().deleteQueue(request -> request.queueUrl(url)));
    }

    @Override
    public List<Message> receive(String url, Duration wait) {
        Duration patience = wait.plus(REPLY);
        return call("sqs:ReceiveMessage", () -> sqs.get().receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(BATCH)
                        .waitTimeSeconds(Math.toIntExact(wait.toSeconds()))
                        .overrideConfiguration(configuration ->
                                configuration.apiCallAttemptTimeout(patience).apiCallTimeout(patience))))
                .messages()
                .stream()
                .map(message -> new Message(message.receiptHandle(), message.body()))
                .toList();
    }

    @Override
    public void delete(String url, List<Message> messages) {
        List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
        messages.forEach(message -> entries.add(DeleteMessageBatchRequestEntry.builder()
                .id(Integer.toString(entries.size()))
                .receiptHandle(message.receipt())
                .build()));
        call("sqs:DeleteMessageBatch", () -> sqs.get()
                .deleteMessageBatch(request -> request.queueUrl(url).entries(entries)));
    }
}
