package dev.fargate.aws;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

/**
 * Compares a schedule as AWS holds it with the one that is declared, by meaning: what AWS fills in is equal to what was left out, lists
 * without order are sets. Every field counts, because an update sets every one.
 */
public final class ScheduleDifferences {
    private static final String ABSENT = "absent";
    private static final String CHANGED = "changed";

    /** Overrides of the task: commands and environments, which may be secret. */
    private static final String INPUT = "target.input";

    private ScheduleDifferences() {}

    /**
     * A field in which the two differ.
     *
     * @param path as in the API, for example {@code target.ecsParameters.taskCount}
     * @param declared the value, or {@code absent}; {@code changed} on both sides for what may be secret
     */
    public record Field(String path, String declared, String live) {}

    /** The fields that differ, by path. Group and name are who it is, and not compared. */
    public static List<Field> between(CreateScheduleRequest declared, GetScheduleResponse live) {
        SortedMap<String, String> wanted = ScheduleMeaning.of(declared);
        SortedMap<String, String> found = ScheduleMeaning.of(live);
        TreeSet<String> paths = new TreeSet<>(wanted.keySet());
        paths.addAll(found.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(wanted.get(path), found.get(path)))
                .map(path -> path.equals(INPUT)
                        ? new Field(path, CHANGED, CHANGED)
                        : new Field(path, wanted.getOrDefault(path, ABSENT), found.getOrDefault(path, ABSENT)))
                .toList();
    }
}
