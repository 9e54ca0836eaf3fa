package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** What was found out before tasks start: whether what they name is there, and whether they reach what they need. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record PreflightReport(
        @JsonPropertyDescription("Names what was checked; another spec is checked anew.") @Size(max = 128)
        String of,

        @JsonPropertyDescription("When it was checked, RFC 3339.") @Size(max = 64)
        String checkedAt,

        @JsonPropertyDescription("What is wrong, then what is not known; the first 3.") @Size(max = 5)
        List<Problem> problems,

        @JsonPropertyDescription("Checks that passed; of reachability also by which way.") @Size(max = 10)
        List<@Size(max = 256) String> passed) {

    public PreflightReport {
        problems = Api.filled(problems);
        passed = Api.filled(passed);
    }

    /** Whether it differs in nothing but the time. */
    public boolean tellsTheSameAs(PreflightReport other) {
        return of.equals(other.of) && problems.equals(other.problems) && passed.equals(other.passed);
    }

    /** A check that did not pass. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Problem(
            @JsonPropertyDescription("Image, Secret, Role, LogGroup, TargetGroup, Subnet, FileSystem or Reachability.")
            @Size(max = 64)
            String check,

            @JsonPropertyDescription("true: tasks will not start so. false: it could not be looked at.")
            Boolean failed,

            @JsonPropertyDescription("Why tasks will not start, by the names of causes, or why it is not known.")
            @Size(max = 64)
            String cause,

            @JsonPropertyDescription("What is wrong, and what to do next.") @Size(max = 1024)
            String message) {

        /** Whether it is surely wrong. */
        @JsonIgnore
        public boolean isFailure() {
            return Boolean.TRUE.equals(failed);
        }
    }
}
