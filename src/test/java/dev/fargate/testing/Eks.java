package dev.fargate.testing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.FargateProfile;

/** EKS clusters and their Fargate profiles in the hands of the account's owner. */
public final class Eks implements AutoCloseable {
    private final EksClient client;
    private final SeededAccount account;

    public Eks(World world) {
        this(world.awsEnvironment(), world.account());
    }

    /**
     * The same without a world.
     *
     * @param environment names the endpoint and the region
     */
    public Eks(Map<String, String> environment, SeededAccount account) {
        this.account = account;
        this.client = EksClient.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL")))
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("simulated", "simulated")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** Makes a cluster in the account's subnets; what tags say of it, the simulator heeds. */
    public void cluster(String name, Map<String, String> tags) {
        client.createCluster(request -> request.name(name)
                .roleArn(account.get("EXECUTION_ROLE_ARN"))
                .tags(tags)
                .resourcesVpcConfig(network -> network.subnetIds(account.get("SUBNET_A"), account.get("SUBNET_B"))));
    }

    public List<String> profiles(String cluster) {
        return client.listFargateProfiles(request -> request.clusterName(cluster)).fargateProfileNames().stream()
                .sorted()
                .toList();
    }

    public FargateProfile profile(String cluster, String name) {
        return client.describeFargateProfile(
                        request -> request.clusterName(cluster).fargateProfileName(name))
                .fargateProfile();
    }

    /** A profile that nobody in Kubernetes knows of. */
    public void create(String cluster, String name, String namespace) {
        client.createFargateProfile(request -> request.clusterName(cluster)
                .fargateProfileName(name)
                .podExecutionRoleArn(account.get("EXECUTION_ROLE_ARN"))
                .subnets(account.get("SUBNET_A"))
                .selectors(selector -> selector.namespace(namespace)));
    }

    public void delete(String cluster, String name) {
        client.deleteFargateProfile(request -> request.clusterName(cluster).fargateProfileName(name));
    }

    public void untag(String arn, String key) {
        client.untagResource(request -> request.resourceArn(arn).tagKeys(key));
    }

    @Override
    public void close() {
        client.close();
    }
}
