package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;

/** What Fargate charges for the tasks that ended, as an estimate: list prices, without discounts, traffic, logs and public addresses. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunCost(
        @JsonPropertyDescription("For all tasks that ended.") @Size(max = 32)
        String total,

        @JsonPropertyDescription("Currency, ISO 4217.") @Size(max = 3)
        String currency,

        @JsonPropertyDescription("Date of the price table, such as 2026-08-28.") @Size(max = 10)
        String prices,

        @JsonPropertyDescription(
                "Seconds that the tasks that ended have run, each at least 60, as Fargate charges them; without the download of the image, "
                        + "which is charged, too.")
        @Min(0)
        Long taskSeconds) {}
