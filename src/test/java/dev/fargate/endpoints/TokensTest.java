package dev.fargate.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateEndpointsStatus;
import dev.fargate.aws.Subnets.Subnet;
import dev.fargate.aws.VpcEndpoints;
import dev.fargate.aws.VpcEndpoints.Offer;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** By what EC2 knows a creation that is asked for again. */
class TokensTest {
    private static final String MANIFEST = """
            apiVersion: fargate.dev/v1alpha1
            kind: FargateEndpoints
            metadata: {name: shop, uid: uid-1, generation: 1}
            spec:
              region: eu-west-1
              preset: None
              services: [logs]
              subnets: [subnet-0aaaaaaa]
              securityGroups: [sg-0aaaaaaa]
            """;
    private static final String LAST = """
            status:
              accountId: "123456789012"
              vpcId: vpc-1
              endpoints: [{service: logs, id: vpce-1, type: Interface, state: deleting, owned: true}]
            """;

    private final List<FargateEndpointsStatus> journal = new ArrayList<>();

    @Test
    void a_creation_that_was_cut_off_is_asked_for_by_the_same_token() {
        FargateEndpoints resource = resource(MANIFEST + LAST);
        String cutOff = token(resource);
        resource.setStatus(journal.getFirst());

        assertThat(token(resource)).isEqualTo(cutOff);
        assertThat(journal).as("the intent is on record already").hasSize(1);
    }

    @Test
    void what_was_deleted_is_not_brought_back_by_its_token() {
        assertThat(token(resource(MANIFEST + LAST))).isNotEqualTo(token(resource(MANIFEST)));
    }

    @Test
    void another_request_of_the_same_generation_has_another_token() {
        String other = MANIFEST.replace("sg-0aaaaaaa", "sg-0bbbbbbb");

        assertThat(token(resource(other))).isNotEqualTo(token(resource(MANIFEST)));
    }

    private String token(FargateEndpoints resource) {
        MemoryEc2 account = new MemoryEc2(new MemoryEc2.Holdings(
                "123456789012",
                List.of(new Subnet("subnet-0aaaaaaa", "eu-west-1a", "vpc-1")),
                Set.of("rtb-0aaaaaaa"),
                Set.of(),
                List.of(new Offer(
                        "com.amazonaws.eu-west-1.logs", VpcEndpoints.Type.Interface, Set.of("eu-west-1a"), Set.of())),
                List.of(),
                null,
                null));
        EndpointPlansTest.recipe(account, List.of()).turn(resource, journal::add);
        return account.tokens().getFirst();
    }

    private static FargateEndpoints resource(String manifest) {
        return Serialization.unmarshal(manifest, FargateEndpoints.class);
    }
}
