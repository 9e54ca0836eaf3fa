package dev.fargate.cost;

import dev.fargate.api.Cost;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * Prices by region, and when they were read. Regions that it lacks have no estimate, rather than that of another.
 *
 * @param currency ISO 4217
 * @param networks fewer regions than tasks have prices for
 */
public record PriceTable(
        LocalDate date, String currency, Map<String, Prices> regions, Map<String, NetworkPrices> networks) {
    public PriceTable {
        regions = Map.copyOf(regions);
        networks = Map.copyOf(networks);
    }

    /** The one that comes with the release. */
    public static PriceTable ofRelease() {
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(PriceTable.class.getResourceAsStream("prices.properties")),
                StandardCharsets.UTF_8)) {
            return read(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Another one, in the form of {@code prices.properties}: all of it counts, nothing is added from the release's.
     *
     * @throws IllegalArgumentException a line is missing, unknown or no number; the message names it
     */
    public static PriceTable of(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file)) {
            return read(text);
        }
    }

    static PriceTable read(Reader text) throws IOException {
        Properties lines = new Properties();
        lines.load(text);
        return new PriceLines(lines).table();
    }

    public Optional<Prices> of(String region) {
        return Optional.ofNullable(regions.get(region));
    }

    /** What ways out of a VPC cost in a region. */
    public Optional<NetworkPrices> networkOf(String region) {
        return Optional.ofNullable(networks.get(region));
    }

    /** An estimate as a status shows it. */
    public Cost cost(Estimate estimate) {
        return new Cost(estimate.perHour(), estimate.perMonth(), currency, date.toString());
    }
}
