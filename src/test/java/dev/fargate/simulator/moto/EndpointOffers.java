package dev.fargate.simulator.moto;

import dev.fargate.simulator.wire.AwsCall;
import dev.fargate.simulator.wire.CallReader;
import dev.fargate.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells which services have VPC endpoints in three zones of a region, for those that the filter {@code service-name} names; moto fails in it.
 *
 * <p>Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpointServices.html,
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
public final class EndpointOffers implements MotoFilter {
    private static final Set<String> GATEWAYS = Set.of("dynamodb", "s3");
    private static final Set<String> INTERFACES = Set.of(
            "athena",
            "ec2",
            "ecr.api",
            "ecr.dkr",
            "ecs",
            "ecs-agent",
            "ecs-telemetry",
            "eks",
            "elasticfilesystem",
            "elasticloadbalancing",
            "events",
            "glue",
            "kinesis-streams",
            "kms",
            "logs",
            "monitoring",
            "s3",
            "scheduler",
            "secretsmanager",
            "sns",
            "sqs",
            "ssm",
            "ssmmessages",
            "sts");

    @Override
    public Optional<Reply> before(AwsCall call) {
        if (!call.action().equals("ec2:DescribeVpcEndpointServices")) {
            return Optional.empty();
        }
        String region = call.caller().region();
        List<String> named = named(call);
        String body = """
                <DescribeVpcEndpointServicesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
                <requestId>simulated</requestId><serviceNameSet>%s</serviceNameSet><serviceDetailSet>%s</serviceDetailSet>
                </DescribeVpcEndpointServicesResponse>""".formatted(
                        items(named.stream(), Function.identity()),
                        items(
                                Stream.concat(
                                        offers(region, "Gateway", GATEWAYS, named),
                                        offers(region, "Interface", INTERFACES, named)),
                                Function.identity()));
        return Optional.of(new Reply(200, Map.of("Content-Type", "text/xml"), body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<String> offers(String region, String type, Set<String> services, List<String> named) {
        return services.stream()
                .map(service -> "com.amazonaws.%s.%s".formatted(region, service))
                .filter(named::contains)
                .sorted()
                .map(service -> """
                        <serviceName>%s</serviceName><serviceType><item><serviceType>%s</serviceType></item></serviceType>\
                        <availabilityZoneSet>%s</availabilityZoneSet><owner>amazon</owner>\
                        <supportedIpAddressTypeSet><item>ipv4</item><item>ipv6</item></supportedIpAddressTypeSet>""".formatted(service, type, items(Stream.of("a", "b", "c"), zone -> region + zone)));
    }

    private static String items(Stream<String> texts, Function<String, String> content) {
        return texts.map(text -> "<item>" + content.apply(text) + "</item>").collect(Collectors.joining());
    }

    private static List<String> named(AwsCall call) {
        String form = call.request().text();
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> CallReader.parameter(form, "Filter.1.Value." + number))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }
}
