package dev.fargate.cron;

import java.time.ZoneId;
import java.util.Set;

/** Time zones by their names in the Time Zone Database, which alone EventBridge Scheduler takes. */
public final class Zones {
    private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private Zones() {}

    /**
     * The zone of that name.
     *
     * @throws InvalidSchedule if there is none
     */
    public static ZoneId parse(String name) {
        if (NAMES.contains(name)) {
            return ZoneId.of(name);
        }
        String meant = NAMES.stream()
                .filter(name.strip().replace(' ', '_')::equalsIgnoreCase)
                .findFirst()
                .map(near -> "write " + near)
                .orElse(
                        "write a name of the Time Zone Database, like Europe/Berlin or UTC (an offset or an abbreviation has"
                                + " no daylight-saving rules)");
        throw new InvalidSchedule("timeZone: there is no \"" + name + "\": " + meant);
    }
}
