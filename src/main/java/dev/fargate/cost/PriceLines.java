package dev.fargate.cost;

import dev.fargate.cost.Prices.Rates;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The lines of a price table, {@code region.name=price}; {@code default.name} is for regions without a line of their own. */
record PriceLines(Properties lines) {
    private static final String DATE = "date";
    private static final String CURRENCY = "currency";
    private static final String DEFAULT = "default";
    private static final String VCPU = "vcpu-hour";
    private static final String GB = "gb-hour";
    private static final String ARM_VCPU = "arm.vcpu-hour";
    private static final String ARM_GB = "arm.gb-hour";
    private static final String STORAGE = "storage.gb-hour";
    private static final String SPOT = "spot.share";
    private static final String ENDPOINT = "endpoint.zone-hour";
    private static final String NAT = "nat.hour";
    private static final String ARM = "arm.share";
    private static final List<String> OF_A_NETWORK = List.of(ENDPOINT, NAT);
    private static final List<String> OF_A_REGION = List.of(VCPU, GB, ARM_VCPU, ARM_GB, STORAGE, SPOT, ENDPOINT, NAT);
    private static final List<String> OF_ALL = List.of(ARM, SPOT, STORAGE);

    PriceTable table() {
        Map<String, Prices> regions = new TreeMap<>();
        Map<String, NetworkPrices> networks = new TreeMap<>();
        for (String key : lines.stringPropertyNames()) {
            if (key.equals(DATE) || key.equals(CURRENCY)) {
                continue;
            }
            int dot = key.indexOf('.');
            String region = dot < 0 ? key : key.substring(0, dot);
            List<String> names = region.equals(DEFAULT) ? OF_ALL : OF_A_REGION;
            if (!names.contains(key.substring(dot + 1))) {
                throw new IllegalArgumentException("%s is no line of a price table; %s has %s"
                        .formatted(key, region.equals(DEFAULT) ? DEFAULT : "a region", String.join(", ", names)));
            }
            if (!region.equals(DEFAULT) && !regions.containsKey(region)) {
                regions.put(region, prices(region));
            }
            if (OF_A_NETWORK.contains(key.substring(dot + 1))) {
                networks.put(region, new NetworkPrices(number(region, ENDPOINT), number(region, NAT)));
            }
        }
        return new PriceTable(date(required(DATE)), required(CURRENCY), regions, networks);
    }

    private Prices prices(String region) {
        Rates x86 = new Rates(number(region, VCPU), number(region, GB));
        Rates byShare = x86.times(number(DEFAULT, ARM));
        return new Prices(
                x86,
                new Rates(
                        given(region, ARM_VCPU).orElse(byShare.vcpuHour()),
                        given(region, ARM_GB).orElse(byShare.gbHour())),
                given(region, STORAGE).orElseGet(() -> number(DEFAULT, STORAGE)),
                given(region, SPOT).orElseGet(() -> number(DEFAULT, SPOT)));
    }

    private BigDecimal number(String region, String name) {
        return parsed(region + "." + name, required(region + "." + name));
    }

    private Optional<BigDecimal> given(String region, String name) {
        String key = region + "." + name;
        return Optional.ofNullable(lines.getProperty(key)).map(text -> parsed(key, text));
    }

    private String required(String key) {
        String value = lines.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value.strip();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("date is '%s'; write it as 2026-03-01".formatted(text), e);
        }
    }

    private static BigDecimal parsed(String key, String text) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            if (number.signum() >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a negative one is.
        }
        throw new IllegalArgumentException("%s is '%s'; write a price as 0.04048".formatted(key, text));
    }
}
