package dev.fargate.aws.pacing;

import java.util.Arrays;

/**
 * The places of one priority, in the order of their turns. Says how many tickets go to places before a turn in logarithmic time, because thousands
 * may wait: a Fenwick tree counts those of the places that are still taken.
 */
final class Line {
    private static final int LEAST = 64;

    private Place[] places = new Place[LEAST];
    private int[] counts = new int[LEAST + 1];
    private int used;
    private int size;

    int size() {
        return size;
    }

    /** The latest turn in the line, or {@code served} if nobody waits or all turns are earlier. */
    double end(double served) {
        return size == 0 ? served : Math.max(served, places[used - 1].turn());
    }

    /** The turn must not be earlier than that of the places before. */
    void add(Place place) {
        if (used == places.length) {
            rebuild();
        }
        append(place);
    }

    void remove(Place place) {
        place.leave();
        count(firstNotBefore(place.turn()), -place.tickets());
        size--;
        if (size == 0) {
            rebuild();
        }
    }

    /** How many tickets the places with an earlier turn are for. */
    int before(double turn) {
        int sum = 0;
        for (int i = firstNotBefore(turn); i > 0; i -= i & -i) {
            sum += counts[i];
        }
        return sum;
    }

    private int firstNotBefore(double turn) {
        int low = 0;
        int high = used;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[middle].turn() < turn) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void append(Place place) {
        places[used] = place;
        count(used, place.tickets());
        used++;
        size++;
    }

    private void count(int index, int change) {
        for (int i = index + 1; i < counts.length; i += i & -i) {
            counts[i] += change;
        }
    }

    private void rebuild() {
        Place[] left =
                Arrays.stream(places, 0, used).filter(place -> !place.gone()).toArray(Place[]::new);
        int capacity = Math.max(LEAST, 2 * left.length);
        places = new Place[capacity];
        counts = new int[capacity + 1];
        used = 0;
        size = 0;
        Arrays.stream(left).forEach(this::append);
    }
}
