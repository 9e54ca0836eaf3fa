package dev.fargate.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;

class SpotShareTest {

    @ParameterizedTest
    @CsvSource({
        // provider base weight; tasks, of which on Spot
        "'',                                        3, 0",
        "FARGATE_SPOT 0 1,                          3, 3",
        "FARGATE 2 1;FARGATE_SPOT 0 3,              6, 3",
        "FARGATE 2 1;FARGATE_SPOT 0 1,              1, 0",
        "FARGATE 0 1;FARGATE_SPOT 0 1,              5, 2.5",
        "FARGATE 1 0;FARGATE_SPOT 0 1,             10, 9",
        "FARGATE 0 1;FARGATE_SPOT 0 1,              0, 0",
    })
    void first_the_bases_then_by_weight(String strategy, int tasks, BigDecimal spot) {
        List<CapacityProviderStrategyItem> items = Arrays.stream(strategy.split(";"))
                .filter(item -> !item.isEmpty())
                .map(item -> item.split(" "))
                .map(item -> CapacityProviderStrategyItem.builder()
                        .capacityProvider(item[0])
                        .base(Integer.valueOf(item[1]))
                        .weight(Integer.valueOf(item[2]))
                        .build())
                .toList();

        SpotShare share = SpotShare.of(items, tasks);

        assertThat(share.spot()).isEqualByComparingTo(spot);
        assertThat(share.onDemand().add(share.spot())).isEqualByComparingTo(BigDecimal.valueOf(tasks));
    }
}
