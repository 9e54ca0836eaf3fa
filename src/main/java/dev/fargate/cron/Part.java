package dev.fargate.cron;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a list in a field: {@code *}, a value or a range, with or without an increment.
 *
 * @param single it is one value, as far as it goes without the increment
 */
record Part(Field field, String text, int from, int to, boolean single, Optional<Integer> step) {
    private static final Pattern FORM = Pattern.compile("(?:(\\*)|(\\w+)(?:-(\\w+))?)(?:/(\\w+))?");

    /** Reads capitals. */
    static Part read(Field field, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw field.wrong("\"" + text + "\" is none of *, a value, a range (a-b) and an increment (*/n, a-b/n)");
        }
        Optional<Integer> step = Optional.ofNullable(form.group(4)).map(number -> step(field, number));
        if (form.group(1) != null) {
            return new Part(field, text, field.first(), field.last(), false, step);
        }
        int from = field.value(form.group(2));
        boolean single = form.group(3) == null;
        int to = single ? from : field.value(form.group(3));
        if (to < from) {
            throw field.wrong(text + " runs backwards: write it as two ranges, " + from + "-" + field.last() + ","
                    + field.first() + "-" + to);
        }
        return new Part(field, text, from, to, single, step);
    }

    private static int step(Field field, String number) {
        if (!number.matches("\\d{1,4}") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > field.last()) {
            throw field.wrong("the increment " + number + " is not 1 to " + field.last());
        }
        return Integer.parseInt(number);
    }

    List<Integer> values() {
        return Values.range(from, to, step.orElse(1));
    }

    /** The same on to the end of the field. */
    Part toTheEnd() {
        return new Part(field, text, from, field.last(), false, step);
    }

    boolean hasStep() {
        return step.isPresent();
    }
}
