package dev.fargate.aws.sdk;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsScope;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** The clients of one scope, each made when it is first used. */
final class ScopeClients implements AutoCloseable {
    private final Once<EcsClient> ecs;
    private final Once<Ec2Client> ec2;
    private final Once<CloudWatchLogsClient> logs;
    private final Once<EventBridgeClient> events;
    private final Once<SqsClient> sqs;
    private final Once<SchedulerClient> scheduler;
    private final Once<IamClient> iam;
    private final Once<EksClient> eks;
    private final Once<ElasticLoadBalancingV2Client> elb;
    private final Once<StsClient> sts;
    private final SurroundingClients surroundings;

    /** With no role: only here, so that the clients of a role and the one that assumes it are never mixed up. */
    private final Once<StsClient> assuming;

    private final Once<StsAssumeRoleCredentialsProvider> role;

    ScopeClients(AwsScope scope, ClientFactory factory, AwsCredentialsProvider own, String clusterId) {
        String region = scope.region();
        assuming = new Once<>(() -> factory.make(StsClient.builder(), region, own));
        role = new Once<>(() -> assumed(scope, assuming.get(), clusterId));
        Supplier<AwsCredentialsProvider> credentials = () -> scope.roleArn().isPresent() ? role.get() : own;
        ecs = new Once<>(() -> factory.make(EcsClient.builder(), region, credentials.get()));
        ec2 = new Once<>(() -> factory.make(Ec2Client.builder(), region, credentials.get()));
        logs = new Once<>(() -> factory.make(CloudWatchLogsClient.builder(), region, credentials.get()));
        events = new Once<>(() -> factory.make(EventBridgeClient.builder(), region, credentials.get()));
        sqs = new Once<>(() -> factory.makePatient(SqsClient.builder(), region, credentials.get()));
        scheduler = new Once<>(() -> factory.make(SchedulerClient.builder(), region, credentials.get()));
        iam = new Once<>(() -> factory.make(IamClient.builder(), region, credentials.get()));
        eks = new Once<>(() -> factory.make(EksClient.builder(), region, credentials.get()));
        elb = new Once<>(() -> factory.make(ElasticLoadBalancingV2Client.builder(), region, credentials.get()));
        sts = new Once<>(() -> factory.make(StsClient.builder(), region, credentials.get()));
        surroundings = new SurroundingClients(region, factory, credentials);
    }

    Aws ports() {
        return new Aws(
                new StsIdentity(sts),
                new EcsClusters(ecs),
                new EcsTaskDefinitions(ecs),
                new EcsServices(ecs),
                new EcsTasks(ecs),
                new EcsTags(ecs),
                new Ec2Subnets(ec2),
                new CloudWatchLogGroups(logs),
                new EventBridgeRules(events),
                new SqsQueues(sqs),
                new SchedulerGroups(scheduler),
                new SchedulerSchedules(scheduler),
                new IamRoles(iam),
                new EksProfiles(eks),
                new Ec2InternetRoutes(ec2),
                new Ec2VpcEndpoints(ec2),
                new Ec2SecurityGroups(ec2),
                new ElbLoadBalancers(elb),
                surroundings.ports(ecs, ec2, logs, iam));
    }

    /** Refreshed by the caller that finds the credentials about to expire, so no thread is kept for it. */
    private static StsAssumeRoleCredentialsProvider assumed(AwsScope scope, StsClient sts, String clusterId) {
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> {
                    request.roleArn(scope.roleArn().orElseThrow())
                            .roleSessionName(SessionName.of(scope.environment()))
                            .externalId(scope.session().externalId().orElse(null));
                    if (scope.session().tagged()) {
                        request.tags(SessionTags.of(scope.environment(), clusterId));
                    }
                })
                .build();
    }

    @Override
    public void close() {
        role.ifMade(StsAssumeRoleCredentialsProvider::close);
        ecs.ifMade(EcsClient::close);
        ec2.ifMade(Ec2Client::close);
        logs.ifMade(CloudWatchLogsClient::close);
        events.ifMade(EventBridgeClient::close);
        sqs.ifMade(SqsClient::close);
        scheduler.ifMade(SchedulerClient::close);
        iam.ifMade(IamClient::close);
        eks.ifMade(EksClient::close);
        elb.ifMade(ElasticLoadBalancingV2Client::close);
        sts.ifMade(StsClient::close);
        surroundings.close();
        assuming.ifMade(StsClient::close);
    }
}
