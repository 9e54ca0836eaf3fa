package dev.fargate.aws.sdk;

import dev.fargate.aws.Alarms;
import dev.fargate.aws.Surroundings;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The clients of a scope with which is read what tasks depend on and what they use, each made when it is first used. */
final class SurroundingClients implements AutoCloseable {
    private final Once<EcrClient> ecr;
    private final Once<SecretsManagerClient> secretsManager;
    private final Once<SsmClient> ssm;
    private final Once<ElasticLoadBalancingV2Client> elb;
    private final Once<EfsClient> efs;
    private final Once<CloudWatchClient> cloudWatch;

    SurroundingClients(String region, ClientFactory factory, Supplier<AwsCredentialsProvider> credentials) {
        ecr = new Once<>(() -> factory.make(EcrClient.builder(), region, credentials.get()));
        secretsManager = new Once<>(() -> factory.make(SecretsManagerClient.builder(), region, credentials.get()));
        ssm = new Once<>(() -> factory.make(SsmClient.builder(), region, credentials.get()));
        elb = new Once<>(() -> factory.make(ElasticLoadBalancingV2Client.builder(), region, credentials.get()));
        efs = new Once<>(() -> factory.make(EfsClient.builder(), region, credentials.get()));
        cloudWatch = new Once<>(() -> factory.make(CloudWatchClient.builder(), region, credentials.get()));
    }

    Surroundings ports(
            Supplier<EcsClient> ecs,
            Supplier<Ec2Client> ec2,
            Supplier<CloudWatchLogsClient> logs,
            Supplier<IamClient> iam) {
        return new Surroundings(
                new Ec2Networks(ec2),
                new EcrImages(ecr),
                new StoredSecrets(secretsManager, ssm),
                new IamTaskRoles(iam),
                new CloudWatchLogGroupNames(logs),
                new ElbTargetGroups(elb),
                new EfsFileSystems(efs),
                new EcsSessionKeys(new EcsClusters(ecs)),
                new CloudWatchMetrics(cloudWatch));
    }

    Alarms alarms() {
        return new CloudWatchAlarms(cloudWatch);
    }

    @Override
    public void close() {
        ecr.ifMade(EcrClient::close);
        secretsManager.ifMade(SecretsManagerClient::close);
        ssm.ifMade(SsmClient::close);
        elb.ifMade(ElasticLoadBalancingV2Client::close);
        efs.ifMade(EfsClient::close);
        cloudWatch.ifMade(CloudWatchClient::close);
    }
}
