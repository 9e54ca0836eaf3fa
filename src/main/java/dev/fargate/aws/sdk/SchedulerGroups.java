package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;
import static dev.fargate.aws.sdk.Calls.found;

import dev.fargate.aws.ScheduleGroups;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ScheduleGroupState;
import software.amazon.awssdk.services.scheduler.model.Tag;

record SchedulerGroups(Supplier<SchedulerClient> scheduler) implements ScheduleGroups {

    @Override
    public Optional<Group> describe(String name) {
        return found(
                        "scheduler:GetScheduleGroup",
                        () -> scheduler.get().getScheduleGroup(request -> request.name(name)))
                .map(reply -> new Group(reply.arn(), reply.state() == ScheduleGroupState.DELETING));
    }

    @Override
    public Map<String, String> tags(String arn) {
        return call(
                        "scheduler:ListTagsForResource",
                        () -> scheduler.get().listTagsForResource(request -> request.resourceArn(arn)))
                .tags()
                .stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    @Override
    public void tag(String arn, Map<String, String> tags) {
        call("scheduler:TagResource", () -> scheduler.get().tagResource(request -> request.resourceArn(arn)
                .tags(list(tags))));
    }

    @Override
    public void untag(String arn, Set<String> keys) {
        call("scheduler:UntagResource", () -> scheduler.get().untagResource(request -> request.resourceArn(arn)
                .tagKeys(keys)));
    }

    @Override
    public String create(String name, Map<String, String> tags, String clientToken) {
        return call("scheduler:CreateScheduleGroup", () -> scheduler
                        .get()
                        .createScheduleGroup(
                                request -> request.name(name).tags(list(tags)).clientToken(clientToken)))
                .scheduleGroupArn();
    }

    @Override
    public void delete(String name) {
        call("scheduler:DeleteScheduleGroup", () -> scheduler.get().deleteScheduleGroup(request -> request.name(name)));
    }

    /** Sorted, so that equal tags are equal requests: a client token holds for one request only. */
    private static List<Tag> list(Map<String, String> tags) {
        return new TreeMap<>(tags)
                .entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList();
    }
}
