package dev.fargate.reachability;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of IPv4 addresses. */
record Cidr(long first, int bits) {
    static final Cidr EVERYTHING = new Cidr(0, 0);
    private static final Pattern FORM = Pattern.compile("(\\d{1,3}[.]){3}\\d{1,3}/\\d{1,2}");
    private static final int LENGTH = 32;

    /** Empty for IPv6, and for what is no range at all. */
    static Optional<Cidr> of(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String[] parts = text.split("/", 2);
        long address = Arrays.stream(parts[0].split("[.]", -1))
                .mapToLong(Long::parseLong)
                .reduce(0, (all, part) -> (all << 8) | part);
        int bits = Integer.parseInt(parts[1]);
        return Optional.of(new Cidr(address & mask(bits), bits));
    }

    boolean contains(Cidr other) {
        return bits <= other.bits && (other.first & mask(bits)) == first;
    }

    boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    @Override
    public String toString() {
        return "%d.%d.%d.%d/%d".formatted(first >> 24, (first >> 16) & 0xFF, (first >> 8) & 0xFF, first & 0xFF, bits);
    }

    private static long mask(int bits) {
        return bits == 0 ? 0 : (0xFFFFFFFFL << (LENGTH - bits)) & 0xFFFFFFFFL;
    }
}
