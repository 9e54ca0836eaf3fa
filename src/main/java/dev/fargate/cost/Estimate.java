package dev.fargate.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** What something costs for each hour that it runs. */
public record Estimate(BigDecimal hourly) {
    public static final Estimate NOTHING = new Estimate(BigDecimal.ZERO);

    /** As AWS's own calculator counts a month. */
    private static final BigDecimal HOURS_A_MONTH = BigDecimal.valueOf(730);

    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);
    private static final int DIGITS = 5;
    private static final int CENTS = 2;

    public Estimate times(BigDecimal tasks) {
        return new Estimate(hourly.multiply(tasks));
    }

    public Estimate plus(Estimate other) {
        return new Estimate(hourly.add(other.hourly));
    }

    public Estimate minus(Estimate other) {
        return new Estimate(hourly.subtract(other.hourly));
    }

    public Estimate negated() {
        return new Estimate(hourly.negate());
    }

    /** Of an hour, for people. */
    public String perHour() {
        return hourly.setScale(DIGITS, RoundingMode.HALF_UP).toPlainString();
    }

    /** Of a month in which it runs all the time, for people. */
    public String perMonth() {
        return hourly.multiply(HOURS_A_MONTH)
                .setScale(CENTS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Of a time in which it runs, for people. */
    public String during(Duration time) {
        return hourly.multiply(BigDecimal.valueOf(time.toSeconds()))
                .divide(SECONDS_AN_HOUR, DIGITS, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
