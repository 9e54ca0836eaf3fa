package dev.fargate.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.Cost;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostSumTest {
    private static final Cost WEB = new Cost("0.02916", "21.29", "USD", "2026-08-28");
    private static final Cost API = new Cost("0.00875", "6.39", "USD", "2026-03-01");

    @Test
    void hours_are_added_and_a_month_is_that_of_the_sum() {
        assertThat(CostSum.of(List.of(WEB, API))).contains(new Cost("0.03791", "27.67", "USD", "2026-08-28"));
    }

    @Test
    void nothing_costs_nothing_that_could_be_told() {
        assertThat(CostSum.of(List.of())).isEmpty();
    }

    @Test
    void while_a_table_of_another_currency_comes_in_only_what_is_told_in_it_counts() {
        Cost inEuro = new Cost("0.01000", "7.30", "EUR", "2026-09-01");

        assertThat(CostSum.of(List.of(WEB, inEuro, API))).contains(inEuro);
    }
}
