package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/** What Fargate charges, as an estimate: list prices, without discounts, traffic, logs, load balancers and public addresses. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Cost(
        @JsonPropertyDescription("For each hour.") @Size(max = 32)
        String hourly,

        @JsonPropertyDescription("For a month of 730 hours.") @Size(max = 32)
        String monthly,

        @JsonPropertyDescription("Currency of both, ISO 4217.") @Size(max = 3)
        String currency,

        @JsonPropertyDescription("Date of the price table, such as 2026-08-28.") @Size(max = 10)
        String prices) {}
