package dev.fargate.cron;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The values of a field, at least one. */
record Values(Field field, NavigableSet<Integer> set) {
    Values {
        set = Collections.unmodifiableNavigableSet(new TreeSet<>(set));
    }

    static Values of(Field field, Collection<Integer> values) {
        return new Values(field, new TreeSet<>(values));
    }

    static Values all(Field field) {
        return of(field, range(field.first(), field.last(), 1));
    }

    static List<Integer> range(int from, int to, int step) {
        return IntStream.iterate(from, value -> value <= to, value -> value + step)
                .boxed()
                .toList();
    }

    boolean isAll() {
        return set.size() == field.last() - field.first() + 1;
    }

    boolean contains(int value) {
        return set.contains(value);
    }

    /** From a value on: up, or down. */
    Stream<Integer> walk(int from, boolean up) {
        return up ? set.tailSet(from, true).stream() : set.headSet(from, true).descendingSet().stream();
    }

    Stream<Integer> walk(boolean up) {
        return walk(up ? field.first() : field.last(), up);
    }

    /** As AWS writes it: {@code *}, {@code 0/15}, or a list of values and ranges. */
    String text() {
        if (isAll()) {
            return "*";
        }
        // AWS's table gives day-of-week no increments.
        return field != Field.DAY_OF_WEEK && isIncrement() ? set.first() + "/" + step() : list();
    }

    private int step() {
        return set.higher(set.first()) - set.first();
    }

    private boolean isIncrement() {
        return set.size() > 2 && step() > 1 && List.copyOf(set).equals(range(set.first(), field.last(), step()));
    }

    private String list() {
        List<List<Integer>> runs = new ArrayList<>();
        for (int value : set) {
            if (runs.isEmpty() || runs.getLast().getLast() != value - 1) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(value);
        }
        return runs.stream().map(Values::text).collect(Collectors.joining(","));
    }

    private static String text(List<Integer> run) {
        return run.size() > 2
                ? run.getFirst() + "-" + run.getLast()
                : run.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
