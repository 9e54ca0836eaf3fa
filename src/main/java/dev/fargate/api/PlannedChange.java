package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** One thing that the operator would do if it were allowed to; values that may be secret read "changed". */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlannedChange(
        @JsonPropertyDescription("CREATE, UPDATE, REPLACE, DELETE or WAIT.")
        Action action,

        @JsonPropertyDescription("What and which, such as service shop_web.") @Size(max = 2048)
        String object,

        @JsonPropertyDescription("The fields that make it necessary; none for a creation or deletion.") @Size(max = 20)
        List<Drift> fields) {

    public PlannedChange {
        fields = Api.filled(fields);
    }

    public enum Action {
        CREATE,
        UPDATE,
        REPLACE,
        DELETE,
        WAIT
    }
}
