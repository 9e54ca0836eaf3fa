package dev.fargate.rightsize;

import dev.fargate.api.RightSize;
import dev.fargate.api.RightSize.Judged;
import dev.fargate.api.RightSize.Used;
import dev.fargate.api.RightSize.Verdict;
import dev.fargate.cost.Estimate;
import dev.fargate.taskdefinition.FargateSize;
import dev.fargate.taskdefinition.FargateSize.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What is to be said of the size of tasks. Pure. */
final class Advice {
    /** A week, so that each hour of each weekday was seen. */
    static final Duration ENOUGH = Duration.ofDays(7);

    /** Percent of a size by which its use differs from day to day. */
    private static final int NOISE = 3;

    private Advice() {}

    /** The size is younger than what is enough: nobody needs to be asked. */
    static RightSize young(Judged judged) {
        return new RightSize(
                Verdict.NotEnoughData,
                "Since %s tasks have %s; a size can be advised when they have used it for %d hours."
                        .formatted(judged.since(), words(judged), ENOUGH.toHours()),
                null,
                null,
                null,
                judged,
                null,
                null);
    }

    /** CloudWatch refused to answer, and nothing was known before. */
    static RightSize unknown(Judged judged, String refusal, Instant at) {
        return new RightSize(Verdict.Unknown, refusal, null, null, null, judged, null, at.toString());
    }

    static RightSize of(Tasks tasks, Judged judged, Used used, Instant at) {
        if (used.hours() < ENOUGH.toHours()) {
            return new RightSize(
                    Verdict.NotEnoughData,
                    "CloudWatch has %d hours of utilisation of tasks with %s; a size can be advised from %d within two weeks on."
                            .formatted(used.hours(), words(judged), ENOUGH.toHours()),
                    null,
                    null,
                    null,
                    judged,
                    null,
                    at.toString());
        }
        Need need = Need.of(tasks, used);
        Optional<Size> best =
                tasks.cheapest(FargateSize.all().filter(need::isMetBy).toList());
        boolean meets = need.isMetBy(tasks.size());
        Verdict verdict = !meets
                ? Verdict.Larger
                : best.filter(tasks.size()::equals).isPresent() ? Verdict.Fits : Verdict.Smaller;
        Optional<Size> advised = best.filter(_ -> verdict != Verdict.Fits);
        Optional<Estimate> saving = advised.flatMap(tasks::saving);
        return new RightSize(
                verdict,
                sentence(verdict, advised, saving, tasks, used),
                advised.map(Size::cpuUnits).orElse(null),
                advised.map(Size::memoryMib).orElse(null),
                saving.map(Estimate::perMonth).orElse(null),
                judged,
                used,
                at.toString());
    }

    /** Whether it says more than that CloudWatch was asked again: nobody acts on a few percent, and each write wakes whoever watches. */
    static boolean isNews(RightSize advice, RightSize known) {
        boolean alike = advice.verdict() == known.verdict()
                && Objects.equals(advice.cpu(), known.cpu())
                && Objects.equals(advice.memory(), known.memory())
                && Objects.equals(advice.savesMonthly(), known.savesMonthly())
                && Objects.equals(advice.of(), known.of());
        if (!alike) {
            return true;
        }
        if (advice.used() == null || known.used() == null) {
            return !Objects.equals(advice.message(), known.message());
        }
        return differ(advice.used().cpuPercent(), known.used().cpuPercent())
                || differ(advice.used().memoryPercent(), known.used().memoryPercent());
    }

    private static boolean differ(int percent, int known) {
        return Math.abs(percent - known) > NOISE;
    }

    private static String sentence(
            Verdict verdict, Optional<Size> advised, Optional<Estimate> saving, Tasks tasks, Used used) {
        String seen = "in %d hours the busiest task used up to %d %% of cpu %d and %d %% of memory %d%s"
                .formatted(
                        used.hours(),
                        used.cpuPercent(),
                        tasks.task().cpuUnits(),
                        used.memoryPercent(),
                        tasks.task().memoryMib(),
                        tasks.counted()
                                ? ""
                                : "; CPU is not made less, as whoever scales the service may go by it (desiredCount is not set)");
        return switch (verdict) {
            case Smaller -> "%s is enough%s: %s.".formatted(words(advised.orElseThrow()), price(saving, tasks), seen);
            case Larger ->
                advised.map(size -> "%s would leave a margin%s: %s.".formatted(words(size), price(saving, tasks), seen))
                        .orElseGet(() ->
                                "Fargate sells no size that would leave a margin, use more tasks: %s.".formatted(seen));
            case Fits -> "The size is right: %s.".formatted(seen);
            case NotEnoughData, Unknown -> throw new IllegalArgumentException(verdict + " is about no utilisation");
        };
    }

    private static String price(Optional<Estimate> saving, Tasks tasks) {
        return saving.map(hourly -> hourly.hourly().signum() < 0
                        ? " and costs %s %s a month more"
                                .formatted(hourly.negated().perMonth(), tasks.currency())
                        : " and saves %s %s a month".formatted(hourly.perMonth(), tasks.currency()))
                .orElse("");
    }

    private static String words(Size size) {
        return "cpu %d with memory %d".formatted(size.cpuUnits(), size.memoryMib());
    }

    private static String words(Judged judged) {
        return words(new Size(judged.cpu(), judged.memory()));
    }
}
