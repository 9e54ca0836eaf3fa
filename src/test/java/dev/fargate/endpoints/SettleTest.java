package dev.fargate.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateEndpointsSpec;
import dev.fargate.api.FargateEndpointsSpec.IpAddressType;
import dev.fargate.api.FargateEndpointsSpec.Preset;
import dev.fargate.api.FargateEndpointsStatus;
import dev.fargate.aws.Subnets.Subnet;
import dev.fargate.aws.VpcEndpoints;
import dev.fargate.aws.VpcEndpoints.Offer;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From any spec to any other: endpoints come to rest, and a turn at rest calls nothing. */
class SettleTest {
    private static final int MOST_TURNS = 8;
    private static final List<String> SERVICES = List.of("logs", "s3", "sqs", "kms", "nowhere");
    private static final List<String> SUBNETS = List.of("subnet-0aaaaaaa", "subnet-0bbbbbbb", "subnet-0ccccccc");

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anySpecAfterAnyOtherComesToRest(int seed) {
        Random random = new Random(seed);
        MemoryEc2 account = account();
        EndpointsRecipe recipe = EndpointPlansTest.recipe(account, List.of());
        FargateEndpoints resource = resource();

        for (int generation = 1; generation <= 2; generation++) {
            resource.getMetadata().setGeneration((long) generation);
            resource.setSpec(spec(random));
            settle(resource, recipe, account);
            int calls = account.calls().size();

            recipe.turn(resource, status -> {});
            assertThat(account.calls()).as("a turn at rest").hasSize(calls);
            assertThat(Conditions.isTrue(resource.getStatus().conditions(), Conditions.READY))
                    .isTrue();
        }
    }

    private static void settle(FargateEndpoints resource, EndpointsRecipe recipe, MemoryEc2 account) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Turn<FargateEndpointsStatus> done = recipe.turn(resource, resource::setStatus);
            done.status().ifPresent(resource::setStatus);
            account.settle();
        }
    }

    private static FargateEndpoints resource() {
        FargateEndpoints resource = new FargateEndpoints();
        resource.getMetadata().setName("shop");
        resource.getMetadata().setUid("uid-1");
        return resource;
    }

    private static FargateEndpointsSpec spec(Random random) {
        boolean made = random.nextBoolean();
        List<String> services = some(SERVICES, random);
        return new FargateEndpointsSpec(
                null,
                "eu-west-1",
                null,
                Preset.None,
                services,
                some(SUBNETS, random),
                null,
                made ? List.of() : some(List.of("sg-0aaaaaaa", "sg-0bbbbbbb"), random),
                made ? some(List.of("10.0.0.7/8", "sg-0ddddddd", "2001:DB8:0::/64"), random) : List.of(),
                random.nextBoolean() ? List.of() : some(List.of("rtb-0aaaaaaa", "rtb-0bbbbbbb"), random),
                null,
                random.nextBoolean(),
                random.nextBoolean() ? null : IpAddressType.dualstack,
                policies(services, random),
                random.nextBoolean() ? Map.of() : Map.of("team", "shop"),
                null,
                null);
    }

    private static Map<String, String> policies(List<String> services, Random random) {
        return random.nextBoolean()
                ? Map.of()
                : Map.of(services.getFirst(), "{\"Version\": \"2012-10-17\", \"Statement\": []}");
    }

    /** At least one. */
    private static List<String> some(List<String> all, Random random) {
        List<String> chosen =
                new ArrayList<>(all.stream().filter(_ -> random.nextBoolean()).toList());
        return chosen.isEmpty() ? all.subList(0, 1) : chosen;
    }

    private static MemoryEc2 account() {
        Set<String> zones = Set.of("eu-west-1a", "eu-west-1b");
        return new MemoryEc2(new MemoryEc2.Holdings(
                "123456789012",
                List.of(
                        new Subnet(SUBNETS.get(0), "eu-west-1a", "vpc-1"),
                        new Subnet(SUBNETS.get(1), "eu-west-1b", "vpc-1"),
                        new Subnet(SUBNETS.get(2), "eu-west-1c", "vpc-1")),
                Set.of("rtb-0aaaaaaa"),
                Set.of(),
                Stream.of("logs", "s3", "sqs", "kms")
                        .map(service -> new Offer(
                                "com.amazonaws.eu-west-1." + service,
                                service.equals("s3") ? VpcEndpoints.Type.Gateway : VpcEndpoints.Type.Interface,
                                zones,
                                Set.of()))
                        .toList(),
                List.of(),
                null,
                null));
    }
}
