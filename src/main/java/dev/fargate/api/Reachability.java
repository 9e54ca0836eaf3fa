package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** What tasks reach of AWS from the subnets of an environment. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Reachability(
        @JsonPropertyDescription("When it was found out.") @Size(max = 64)
        String checkedAt,

        @JsonPropertyDescription("Hash of the network that it was found out for.") @Size(max = 128)
        String of,

        @JsonPropertyDescription("ECR, S3, CloudWatch Logs and Secrets Manager.") @Size(max = 8)
        List<ServiceReach> services,

        @JsonPropertyDescription("A manifest that mends what is missing, where endpoints would.") @Size(max = 1024)
        String remedy) {

    public Reachability {
        services = Api.filled(services);
    }

    /** A service of AWS. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ServiceReach(
            @JsonPropertyDescription("Its name.") @Size(max = 32)
            String service,

            @JsonPropertyDescription("Whether tasks in each of the subnets reach it; absent: it is not known.")
            Boolean reached,

            @JsonPropertyDescription("By which way, or what is missing.") @Size(max = 300)
            String message) {}
}
