package dev.fargate.taskdefinition;

import dev.fargate.engine.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * Compares a task definition that somebody else registered with the one that a resource asks for, by meaning. For adoption and for
 * the plan of an observed resource only: a revision of our own never changes, its content hash says all.
 */
public final class TaskDefinitionDifferences {
    private static final String ABSENT = "absent";

    /** What may hold a secret, as far as a path goes; the options of awslogs are names. */
    private static final Pattern SECRET = Pattern.compile("(^|[.])"
            + "(environment|secrets|secretOptions|command|entryPoint|dockerLabels|options(?!\\[awslogs-))(\\[|$)");

    private TaskDefinitionDifferences() {}

    /** The fields in which a live task definition differs, by path; the family is who it is, and not compared. */
    public static List<Difference> between(RegisterTaskDefinitionRequest desired, TaskDefinition live) {
        Map<String, String> wanted = Meaning.of(desired);
        Map<String, String> found = Meaning.of(live);
        TreeSet<String> paths = new TreeSet<>(wanted.keySet());
        paths.addAll(found.keySet());
        List<Difference> differences = new ArrayList<>();
        String missing = null;
        for (String path : paths) {
            boolean inMissing = missing != null && path.startsWith(missing);
            if (!inMissing && !Objects.equals(wanted.get(path), found.get(path))) {
                differences.add(difference(path, wanted.get(path), found.get(path)));
                missing = path + ".";
            }
        }
        return List.copyOf(differences);
    }

    private static Difference difference(String path, String wanted, String found) {
        if (!SECRET.matcher(path).find()) {
            return new Difference(path, wanted == null ? ABSENT : wanted, found == null ? ABSENT : found);
        }
        return wanted != null && found != null
                ? Difference.redacted(path)
                : new Difference(path, wanted == null ? ABSENT : Meaning.SET, found == null ? ABSENT : Meaning.SET);
    }
}
