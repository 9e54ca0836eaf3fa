package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/** What VPC endpoints cost beside the NAT gateways that tasks need without them. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record EndpointsCost(
        @JsonPropertyDescription("Of the interface endpoints, for a month of 730 hours.") @Size(max = 32)
        String monthly,

        @JsonPropertyDescription("Of one NAT gateway in each of their zones, for such a month.") @Size(max = 32)
        String natGatewaysMonthly,

        @JsonPropertyDescription("Currency of both, ISO 4217.") @Size(max = 3)
        String currency,

        @JsonPropertyDescription("Date of the price table, such as 2026-08-28.") @Size(max = 10)
        String prices) {}
