package dev.fargate.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTableTest {
    private static final PriceTable TABLE = PriceTable.ofRelease();
    private static final String ONE_REGION = """
            date=2026-03-01
            currency=EUR
            default.arm.share=0.8
            default.spot.share=0.4
            default.storage.gb-hour=0.0001
            eu-west-1.vcpu-hour=0.05
            eu-west-1.gb-hour=0.005
            """;

    @ParameterizedTest
    @CsvSource({
        // cpu, memory, storage, arm, on demand an hour, a month, on Spot a month
        "1024, 2048,  20, false, 0.04937, 36.04, 10.81",
        " 256,  512,  20, false, 0.01234,  9.01,  2.70",
        "1024, 2048,  20, true,  0.03950, 28.84,  8.65",
        "1024, 2048, 120, false, 0.06047, 44.14, 18.92",
    })
    void a_task_costs_its_processor_and_memory_and_its_storage_beyond_20_GiB(
            int cpu, int memory, int storage, boolean arm, String hourly, String monthly, String monthlyOnSpot) {
        Prices prices = TABLE.of("us-east-1").orElseThrow();
        PricedTask task = new PricedTask(cpu, memory, storage, arm);

        assertThat(prices.onDemand(task).perHour()).isEqualTo(hourly);
        assertThat(prices.onDemand(task).perMonth()).isEqualTo(monthly);
        assertThat(prices.onSpot(task).perMonth()).isEqualTo(monthlyOnSpot);
    }

    @Test
    void the_table_of_the_release_has_a_date_and_every_region_a_price_for_everything() {
        assertThat(TABLE.date()).isAfter(LocalDate.of(2026, 1, 1));
        assertThat(TABLE.currency()).isEqualTo("USD");
        assertThat(TABLE.regions()).hasSizeGreaterThan(20).allSatisfy((region, prices) -> {
            assertThat(prices.arm().vcpuHour())
                    .isBetween(BigDecimal.ZERO, prices.x86().vcpuHour());
            assertThat(prices.storageGbHour()).isPositive();
            assertThat(prices.spotShare()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        });
    }

    @Test
    void endpoints_cost_by_zone_and_NAT_gateways_each() {
        NetworkPrices prices = TABLE.networkOf("us-east-1").orElseThrow();

        assertThat(prices.endpoint(2).perMonth()).isEqualTo("14.60");
        assertThat(prices.natGateways(2).perMonth()).isEqualTo("65.70");
        assertThat(TABLE.networkOf("sa-east-1")).isEmpty();
    }

    @Test
    void a_region_that_it_lacks_has_no_price() {
        assertThat(TABLE.of("eu-nowhere-1")).isEmpty();
    }

    @Test
    void another_table_takes_its_place_and_gives_by_a_share_what_a_region_does_not_name() throws IOException {
        PriceTable other = PriceTable.read(new StringReader(ONE_REGION));

        assertThat(other.of("us-east-1")).isEmpty();
        assertThat(other.cost(other.of("eu-west-1").orElseThrow().onDemand(new PricedTask(2048, 4096, 21, true))))
                .hasToString("Cost[hourly=0.09610, monthly=70.15, currency=EUR, prices=2026-03-01]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eu-west-1.gb-hour=0.005  |                            | eu-west-1.gb-hour is missing",
                "default.spot.share=0.4   |                            | default.spot.share is missing",
                "date=2026-03-01          |                            | date is missing",
                "date=2026-03-01          | date=yesterday             | date is 'yesterday'",
                "default.spot.share=0.4   | default.spot.share=cheap   | default.spot.share is 'cheap'",
                "default.spot.share=0.4   | default.spot.share=-1      | default.spot.share is '-1'",
                "currency=EUR             | eu-west-1.windows=1        | eu-west-1.windows is no line of a price table",
                "currency=EUR             | default.gb-hour=1          | default.gb-hour is no line of a price table",
            })
    void a_table_with_a_fault_is_refused_with_the_line(String right, String wrong, String why) {
        String text = ONE_REGION.replace(right.strip(), wrong == null ? "" : wrong.strip());

        assertThatThrownBy(() -> PriceTable.read(new StringReader(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(why);
    }
}
