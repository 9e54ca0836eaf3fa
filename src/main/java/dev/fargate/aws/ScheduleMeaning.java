package dev.fargate.aws;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** What a schedule says, as paths and the text that stands there: two that mean the same are equal. */
final class ScheduleMeaning {
    /** Who it is, what AWS notes about it, and what belongs to a call only. */
    private static final Set<String> NOT_COMPARED =
            Set.of("arn", "groupName", "name", "clientToken", "creationDate", "lastModificationDate");

    /**
     * What AWS fills in, or does, where the field is absent (EventBridge Scheduler API reference, CreateSchedule, RetryPolicy and
     * EcsParameters; ECS API reference, RunTask).
     */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            entry("actionAfterCompletion", "NONE"),
            entry("description", ""),
            entry("flexibleTimeWindow.mode", "OFF"),
            entry("scheduleExpressionTimezone", "UTC"),
            entry("state", "ENABLED"),
            entry("target.retryPolicy.maximumEventAgeInSeconds", "86400"),
            entry("target.retryPolicy.maximumRetryAttempts", "185"),
            entry("target.ecsParameters.enableECSManagedTags", "false"),
            entry("target.ecsParameters.enableExecuteCommand", "false"),
            entry("target.ecsParameters.networkConfiguration.awsvpcConfiguration.assignPublicIp", "DISABLED"),
            entry("target.ecsParameters.platformVersion", "LATEST"),
            entry("target.ecsParameters.taskCount", "1"),
            entry("target.ecsParameters.capacityProviderStrategy.base", "0"),
            entry("target.ecsParameters.capacityProviderStrategy.weight", "0"));

    private ScheduleMeaning() {}

    static SortedMap<String, String> of(SdkPojo schedule) {
        SortedMap<String, String> texts = new TreeMap<>();
        members("", schedule).forEach(text -> texts.put(text.getKey(), text.getValue()));
        return texts;
    }

    private static Stream<Map.Entry<String, String>> members(String path, SdkPojo structure) {
        return structure.sdkFields().stream()
                .filter(field -> !(path.isEmpty() && NOT_COMPARED.contains(name(field))))
                .flatMap(field -> read(
                        path.isEmpty() ? name(field) : path + "." + name(field), field.getValueOrDefault(structure)));
    }

    /** The API says some in capitals, some not. */
    private static String name(SdkField<?> field) {
        String name = field.locationName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Stream<Map.Entry<String, String>> read(String path, Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case SdkPojo structure -> members(path, structure);
            case Collection<?> items -> items.isEmpty() ? Stream.empty() : Stream.of(entry(path, set(path, items)));
            // AWS keeps seconds.
            case Instant time ->
                Stream.of(entry(path, time.truncatedTo(ChronoUnit.SECONDS).toString()));
            default ->
                value.toString().equals(DEFAULTS.get(path)) ? Stream.empty() : Stream.of(entry(path, value.toString()));
        };
    }

    /** Subnets, security groups, tags and the items of a strategy: none of a schedule's lists has an order that means something. */
    private static String set(String path, Collection<?> items) {
        List<String> texts = items.stream()
                .map(item -> switch (item) {
                    case SdkPojo structure ->
                        new TreeMap<>(members(path, structure)
                                        .collect(Collectors.toMap(
                                                text -> text.getKey().substring(path.length() + 1),
                                                Map.Entry::getValue)))
                                .toString();
                    case Map<?, ?> map -> new TreeMap<>(map).toString();
                    default -> item.toString();
                })
                .sorted()
                .toList();
        return texts.toString();
    }
}
