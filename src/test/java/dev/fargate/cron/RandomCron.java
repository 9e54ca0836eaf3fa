package dev.fargate.cron;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cron expressions drawn at random, in the syntax that two dialects share. */
record RandomCron(Random random) {
    static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "America/Sao_Paulo",
            "Australia/Lord_Howe",
            "Africa/Cairo",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "America/St_Johns");

    /** Five fields whose days are not both restricted. */
    String unix() {
        return switch (random.nextInt(3)) {
            case 0 -> fields(list(1, 31), pick("*", "1,3,5", "JUL,AUG"), "*");
            case 1 -> fields("*", months(), list(0, 6));
            default -> fields("*", months(), pick("*", "*/1"));
        };
    }

    /** The six fields of AWS, which are Quartz's from the second on. */
    String aws() {
        return switch (random.nextInt(7)) {
            case 0 -> fields("?", months(), list(1, 7).replaceAll("/\\d+", ""), years());
            case 1 -> fields(pick("L", "1W", "15W", "28W"), months(), "?", years());
            case 2 -> fields("?", months(), between(1, 7) + "L", years());
            case 3 -> fields("?", months(), between(1, 7) + "#" + between(1, 5), "*");
            case 4 -> fields("?", months(), pick("L", "SUN", "MON-FRI", "TUE,SAT"), years());
            case 5 -> fields("1/" + between(2, 9), months(), "?", years());
            default -> fields(list(1, 28), months(), "?", years());
        };
    }

    private String fields(String... days) {
        return list(0, 59) + " " + list(0, 23) + " " + String.join(" ", days);
    }

    private String months() {
        return random.nextInt(3) == 0 ? list(1, 12) : pick("*", "*", "JAN", "MAR-NOV", "APR,OCT");
    }

    private String years() {
        return pick("*", "*", "2024-2034", "2025/3", "2028,2031");
    }

    private String list(int first, int last) {
        return Stream.generate(() -> part(first, last))
                .limit(random.nextInt(5) == 0 ? 3 : 1)
                .collect(Collectors.joining(","));
    }

    private String part(int first, int last) {
        int from = between(first, last);
        return switch (random.nextInt(5)) {
            case 0 -> "*";
            case 1 -> "*/" + between(1, last - 1);
            case 2 -> from + "-" + between(from, last);
            case 3 -> from + "-" + between(from, last) + "/" + between(1, last - 1);
            default -> String.valueOf(from);
        };
    }

    private int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
