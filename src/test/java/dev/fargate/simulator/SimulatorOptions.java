package dev.fargate.simulator;

import dev.fargate.simulator.moto.Place;
import dev.fargate.simulator.wire.Accounts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the command line says. */
final class SimulatorOptions {
    @Option(names = "--port", required = true, description = "Port on 127.0.0.1; 0 takes a free one.")
    int port;

    @Option(names = "--upstream", required = true, description = "moto's address, such as http://127.0.0.1:5000")
    URI upstream;

    @Option(names = "--botocore-data", required = true, description = "botocore's data directory, for the models.")
    Path botocoreData;

    @Option(names = "--clock", description = "real, or virtual: time moves when the control API says so.")
    ClockMode clock = ClockMode.REAL;

    @Option(
            names = "--rollout",
            description = "Seconds that a rollout of one task takes, such as 5s.",
            converter = Seconds.class)
    Duration rollout = Duration.ofSeconds(5);

    @Option(names = "--limits", description = "aws: ECS's request buckets; none: no limits.")
    LimitMode limits = LimitMode.AWS;

    @Option(names = "--validate", description = "on, or off to leave documents unchecked in benches.")
    Switch validate = Switch.ON;

    @Option(names = "--keep-requests", description = "on, or off to do without the memory of the requests' bodies.")
    Switch keepRequests = Switch.ON;

    @Option(names = "--actions", description = "File for the actions that were called, by --actions-of.")
    Optional<Path> actions = Optional.empty();

    @Option(names = "--actions-of", description = "What is in the user agent of callers whose actions are written.")
    String actionsOf = "";

    @Option(names = "--region", description = "Region of unsigned requests and of the dump.")
    String region = "us-east-1";

    Place home() {
        return new Place(Accounts.DEFAULT_ACCOUNT, region);
    }

    enum ClockMode {
        REAL,
        VIRTUAL
    }

    enum LimitMode {
        AWS,
        NONE
    }

    enum Switch {
        ON,
        OFF
    }

    /** {@code 5s}, {@code 250ms}, {@code 2m}, or ISO 8601. */
    static final class Seconds implements picocli.CommandLine.ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            if (lower.endsWith("ms")) {
                return Duration.ofMillis(Long.parseLong(lower.substring(0, lower.length() - 2)));
            }
            return Duration.parse(lower.startsWith("p") ? text : "PT" + text);
        }
    }
}
