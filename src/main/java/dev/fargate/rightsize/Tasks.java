package dev.fargate.rightsize;

import dev.fargate.cost.Estimate;
import dev.fargate.cost.PriceTable;
import dev.fargate.cost.PricedTask;
import dev.fargate.cost.Prices;
import dev.fargate.cost.SpotShare;
import dev.fargate.taskdefinition.FargateSize.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/**
 * The tasks of a service, as far as their size matters.
 *
 * @param task one of them
 * @param limits what its containers ask for themselves
 * @param spread how many there are
 * @param counted whether their number is the spec's, and not that of somebody who may go by utilisation
 * @param prices those of the region, if there are any
 */
public record Tasks(
        PricedTask task, Limits limits, SpotShare spread, boolean counted, Optional<Prices> prices, String currency) {

    /** Those that run a task definition in a region. */
    public static Tasks of(
            RegisterTaskDefinitionRequest content, SpotShare spread, boolean counted, PriceTable table, String region) {
        return new Tasks(
                PricedTask.of(content),
                Limits.of(content.containerDefinitions()),
                spread,
                counted,
                table.of(region),
                table.currency());
    }

    /** The cheapest of sizes; without prices the first, since CPU costs most. */
    Optional<Size> cheapest(List<Size> sizes) {
        return prices.map(region -> sizes.stream().min(Comparator.comparing(size -> region.onDemand(sized(size))
                        .hourly())))
                .orElseGet(() -> sizes.stream().findFirst());
    }

    /** What a size saves in an hour, or costs more if it is negative. */
    Optional<Estimate> saving(Size size) {
        return prices.map(region -> region.of(task, spread).minus(region.of(sized(size), spread)));
    }

    private PricedTask sized(Size size) {
        return task.sized(size.cpuUnits(), size.memoryMib());
    }

    Size size() {
        return new Size(task.cpuUnits(), task.memoryMib());
    }
}
