package dev.fargate.aws.errors;

import dev.fargate.aws.Unplaced;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Why RunTask did not start a task, by the words of its failures (ECS Developer Guide, "API failure reasons", and re:Post on capacity). */
public final class Placement {
    private static final Map<Pattern, Unplaced.Why> WORDS = words();

    private Placement() {}

    /**
     * One failure of a reply.
     *
     * @param detail may be null
     */
    public static Unplaced of(String reason, String detail) {
        String words = detail == null || detail.isBlank() ? String.valueOf(reason) : reason + " (" + detail + ")";
        return new Unplaced(
                WORDS.entrySet().stream()
                        .filter(entry -> entry.getKey().matcher(words).find())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(Unplaced.Why.OTHER),
                words);
    }

    private static Map<Pattern, Unplaced.Why> words() {
        Map<Pattern, Unplaced.Why> words = new LinkedHashMap<>();
        words.put(ignoringCase("throttl|rate exceeded|request limit exceeded"), Unplaced.Why.THROTTLED);
        words.put(ignoringCase("reached the limit on the number of|above your limit"), Unplaced.Why.QUOTA);
        words.put(ignoringCase("capacity is unavailable|RESOURCE:FARGATE"), Unplaced.Why.NO_CAPACITY);
        words.put(
                Pattern.compile("^(RESOURCE:|AGENT|ATTRIBUTE|LOCATION|EMPTY CAPACITY PROVIDER|NO ACTIVE INSTANCES"
                        + "|INACTIVE|MemberOf)"),
                Unplaced.Why.INSTANCES);
        return words;
    }

    private static Pattern ignoringCase(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
