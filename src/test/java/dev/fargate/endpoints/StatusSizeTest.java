package dev.fargate.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.fargate.api.EndpointsCost;
import dev.fargate.api.FargateEndpointsSpec.Preset;
import dev.fargate.api.FargateEndpointsStatus;
import dev.fargate.api.FargateEndpointsStatus.Endpoint;
import dev.fargate.api.FargateEndpointsStatus.Reaches;
import dev.fargate.api.ProblemReport;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** As many endpoints as a spec may ask for, in a region with a long name, make a status that etcd and watches can bear. */
class StatusSizeTest {
    private static final int OWN = 25;
    private static final List<String> ZONES = List.of("us-gov-west-1a", "us-gov-west-1b", "us-gov-west-1c");

    @Test
    void it_is_at_most_16_KiB() throws JsonProcessingException {
        FargateEndpointsStatus status = new FargateEndpointsStatus(
                1L,
                List.of(),
                new ProblemReport("AccessDenied", "2026-01-01T00:00:00Z", "m".repeat(400)),
                "123456789012",
                "us-gov-west-1",
                "arn:aws-us-gov:iam::123456789012:role/" + "r".repeat(200),
                "vpc-0123456789abcdef0",
                "sg-0123456789abcdef0",
                IntStream.range(0, OWN + ServiceNames.of(Preset.Operator).size())
                        .mapToObj(StatusSizeTest::endpoint)
                        .toList(),
                new EndpointsCost("1234.56", "1234.56", "USD", "2026-08-28"),
                Collections.nCopies(
                        8,
                        new Reaches(
                                "e".repeat(40), List.of("CloudWatch Logs", "ECR", "S3"), List.of("Secrets Manager"))),
                List.of(),
                null,
                IntStream.range(0, 42).mapToObj(i -> "team.example/tag-" + i).toList());

        assertThat(Serialization.jsonMapper().writeValueAsBytes(status)).hasSizeLessThan(16 * 1024);
    }

    private static Endpoint endpoint(int number) {
        return new Endpoint(
                "elasticfilesystem-" + number,
                "vpce-0123456789abcdef0",
                "Interface",
                "available",
                ZONES,
                List.of(
                        "elasticfilesystem.us-gov-west-1.amazonaws.com",
                        "vpce-0123456789abcdef0-12345678.elasticfilesystem.us-gov-west-1.vpce.amazonaws.com"),
                "123.45",
                true);
    }
}
