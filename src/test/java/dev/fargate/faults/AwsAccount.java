package dev.fargate.faults;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/** What is really in the account, asked past the operator. */
final class AwsAccount implements AutoCloseable {
    private static final String UID = "fargate.dev/uid";

    private final EcsClient ecs;
    private final CloudWatchLogsClient logs;

    /** With the environment that AWS's SDKs read. */
    AwsAccount(Map<String, String> environment) {
        URI endpoint = URI.create(environment.get("AWS_ENDPOINT_URL"));
        Region region = Region.of(environment.get("AWS_REGION"));
        StaticCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("simulated", "simulated"));
        ecs = EcsClient.builder()
                .endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        logs = CloudWatchLogsClient.builder()
                .endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    EcsClient ecs() {
        return ecs;
    }

    Optional<Cluster> cluster(String name) {
        return ecs
                .describeClusters(request -> request.clusters(name).include(ClusterField.TAGS, ClusterField.SETTINGS))
                .clusters()
                .stream()
                .filter(cluster -> cluster.status().equals("ACTIVE"))
                .findFirst();
    }

    Optional<Service> service(String cluster, String name) {
        return ecs
                .describeServices(
                        request -> request.cluster(cluster).services(name).include(ServiceField.TAGS))
                .services()
                .stream()
                .filter(service -> service.status().equals("ACTIVE"))
                .findFirst();
    }

    /** The ACTIVE revisions of a family. */
    List<String> revisions(String family) {
        return ecs.listTaskDefinitions(request -> request.familyPrefix(family).status(TaskDefinitionStatus.ACTIVE))
                .taskDefinitionArns();
    }

    DescribeTaskDefinitionResponse revision(String arn) {
        return ecs.describeTaskDefinition(request -> request.taskDefinition(arn).include(TaskDefinitionField.TAGS));
    }

    /** The days of retention of a log group that exists. */
    Optional<Integer> retention(String group) {
        return logs.describeLogGroups(request -> request.logGroupNamePrefix(group)).logGroups().stream()
                .findFirst()
                .map(found -> found.retentionInDays());
    }

    List<String> logGroups() {
        return logs.describeLogGroups().logGroups().stream()
                .map(LogGroup::logGroupName)
                .toList();
    }

    /** The operator leaves them behind, because logs outlive what wrote them. */
    void deleteLogGroupsBut(List<String> others) {
        logGroups().stream()
                .filter(group -> !others.contains(group))
                .forEach(group -> logs.deleteLogGroup(request -> request.logGroupName(group)));
    }

    /** Tags without those that differ from life to life. */
    static Map<String, String> comparable(List<Tag> tags, String life) {
        return tags.stream()
                .filter(tag -> !tag.key().equals(UID))
                .collect(Collectors.toMap(
                        Tag::key, tag -> tag.value().replace(life, "LIFE"), (one, other) -> one, TreeMap::new));
    }

    @Override
    public void close() {
        ecs.close();
        logs.close();
    }
}
