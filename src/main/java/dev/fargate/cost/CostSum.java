package dev.fargate.cost;

import dev.fargate.api.Cost;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What several estimates come to. */
public final class CostSum {
    private CostSum() {}

    /** Their sum, with the newest of their tables; empty if there is none. Of two currencies only the newest counts. */
    public static Optional<Cost> of(List<Cost> costs) {
        Optional<Cost> newest = costs.stream().max(Comparator.comparing(Cost::prices));
        return newest.map(table -> {
            BigDecimal hourly = costs.stream()
                    .filter(cost -> cost.currency().equals(table.currency()))
                    .map(cost -> new BigDecimal(cost.hourly()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            Estimate sum = new Estimate(hourly);
            return new Cost(sum.perHour(), sum.perMonth(), table.currency(), table.prices());
        });
    }
}
