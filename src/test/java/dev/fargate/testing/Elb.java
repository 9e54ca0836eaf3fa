package dev.fargate.testing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;

/** Load balancers in the hands of the account's owner. */
public final class Elb implements AutoCloseable {
    private final ElasticLoadBalancingV2Client client;
    private final World world;

    public Elb(World world) {
        Map<String, String> environment = world.awsEnvironment();
        this.world = world;
        this.client = ElasticLoadBalancingV2Client.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL")))
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("simulated", "simulated")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** Those of a name. */
    public List<LoadBalancer> named(String name) {
        return client.describeLoadBalancers().loadBalancers().stream()
                .filter(found -> found.loadBalancerName().equals(name))
                .toList();
    }

    public LoadBalancer byArn(String arn) {
        return client.describeLoadBalancers(request -> request.loadBalancerArns(arn))
                .loadBalancers()
                .getFirst();
    }

    public List<Listener> listeners(String arn) {
        return client.describeListeners(request -> request.loadBalancerArn(arn)).listeners();
    }

    /** Answers all requests by hand. */
    public void answerAll(String listenerArn, int port) {
        client.modifyListener(
                request -> request.listenerArn(listenerArn).port(port).defaultActions(action -> action.type(
                                ActionTypeEnum.FIXED_RESPONSE)
                        .fixedResponseConfig(answer -> answer.statusCode("500").contentType("text/plain"))));
    }

    public String attribute(String arn, String key) {
        return client.describeLoadBalancerAttributes(request -> request.loadBalancerArn(arn)).attributes().stream()
                .filter(attribute -> attribute.key().equals(key))
                .map(LoadBalancerAttribute::value)
                .findFirst()
                .orElseThrow();
    }

    /** One that nobody in Kubernetes knows of. */
    public String create(String name) {
        return client.createLoadBalancer(request -> request.name(name)
                        .scheme("internal")
                        .subnets(
                                world.account().get("SUBNET_A"), world.account().get("SUBNET_B"))
                        .securityGroups(world.account().get("SECURITY_GROUP")))
                .loadBalancers()
                .getFirst()
                .loadBalancerArn();
    }

    public Map<String, String> tags(String arn) {
        return client.describeTags(request -> request.resourceArns(arn)).tagDescriptions().getFirst().tags().stream()
                .collect(Collectors.toMap(tag -> tag.key(), tag -> tag.value()));
    }

    @Override
    public void close() {
        client.close();
    }
}
