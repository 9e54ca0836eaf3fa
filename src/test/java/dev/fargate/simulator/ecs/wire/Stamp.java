package dev.fargate.simulator.ecs.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How a point in time is written: the API and EventBridge do not agree. */
public enum Stamp {
    /** Seconds since 1970 with milliseconds, as in replies of JSON 1.1 services. */
    EPOCH {
        @Override
        public JsonNode of(Instant time) {
            // A decimal, because a double of this size would be written with an exponent.
            return DecimalNode.valueOf(BigDecimal.valueOf(time.toEpochMilli(), 3));
        }
    },
    /** ISO 8601, as in the details of events. */
    ISO {
        @Override
        public JsonNode of(Instant time) {
            return TextNode.valueOf(time.truncatedTo(ChronoUnit.MILLIS).toString());
        }
    };

    public abstract JsonNode of(Instant time);
}
