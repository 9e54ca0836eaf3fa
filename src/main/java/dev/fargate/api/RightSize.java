package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;

/** Advice on the size of tasks. Nothing acts on it. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record RightSize(
        @JsonPropertyDescription(
                "Smaller: a cheaper size is enough. Larger: this one leaves no margin. Fits: it is right. NotEnoughData: it has not been used for long enough. Unknown: CloudWatch could not be asked.")
        Verdict verdict,

        @JsonPropertyDescription("The advice, and what it rests on.") @Size(max = 1024)
        String message,

        @JsonPropertyDescription("CPU units that are advised; absent if none are.") @Min(0) @Max(16384)
        Integer cpu,

        @JsonPropertyDescription("MiB of memory that are advised; absent if none are.") @Min(0) @Max(122880)
        Integer memory,

        @JsonPropertyDescription(
                "What it would save in a month of 730 hours at the desired count, in the currency of cost; negative if it costs more.")
        @Size(max = 32)
        String savesMonthly,

        @JsonPropertyDescription("The size that the tasks have.")
        Judged of,

        @JsonPropertyDescription("What the busiest task used of it.")
        Used used,

        @JsonPropertyDescription(
                "When CloudWatch said so, RFC 3339. It is asked again and again; a reply is told if it says something else.")
        @Size(max = 64)
        String checkedAt) {

    public enum Verdict {
        Smaller,
        Larger,
        Fits,
        NotEnoughData,
        Unknown
    }

    /** The size that is judged. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Judged(
            @JsonPropertyDescription("CPU units.") @Min(0) @Max(16384)
            Integer cpu,

            @JsonPropertyDescription("MiB of memory.") @Min(0) @Max(122880)
            Integer memory,

            @JsonPropertyDescription(
                    "When the rollout began that brought it, RFC 3339; what was used before does not count.")
            @Size(max = 64)
            String since) {}

    /** What was used. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Used(
            @JsonPropertyDescription(
                    "Percent of the CPU: 99 of 100 hours had no higher peak, so that what happens only at a start does not count.")
            @Min(0)
            @Max(2147483647)
            Integer cpuPercent,

            @JsonPropertyDescription("Percent of the memory: the highest peak.") @Min(0) @Max(2147483647)
            Integer memoryPercent,

            @JsonPropertyDescription("Hours of utilisation within the last two weeks.") @Min(0) @Max(2147483647)
            Integer hours) {}
}
