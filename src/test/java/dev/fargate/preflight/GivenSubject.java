package dev.fargate.preflight;

import dev.fargate.aws.AwsScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Secret;
import software.amazon.awssdk.services.ecs.model.Volume;

/** A task that names one thing of each kind. */
final class GivenSubject {
    static final String SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
    static final String TARGET_GROUP = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1";
    static final String CLUSTER = "arn:aws:ecs:eu-west-1:123456789012:cluster/production";
    static final String IMAGE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1";

    private GivenSubject() {}

    static Subject web() {
        return of(IMAGE, "hash", 80);
    }

    /** Its tasks run, and the load balancer does not take them. */
    static Subject stuck() {
        Subject web = web();
        return new Subject(
                web.scope(),
                web.accountId(),
                web.clusterArn(),
                web.hash(),
                web.task(),
                web.network(),
                web.loadBalancers(),
                web.execution(),
                web.logGroupsMade(),
                true);
    }

    /** People may open shells in its containers. */
    static Subject entered() {
        Subject web = web();
        return new Subject(
                web.scope(),
                web.accountId(),
                web.clusterArn(),
                web.hash(),
                web.task(),
                web.network(),
                web.loadBalancers(),
                true,
                web.logGroupsMade(),
                web.stuck());
    }

    /** It names no security group. */
    static Subject ungrouped() {
        Subject web = web();
        return new Subject(
                web.scope(),
                web.accountId(),
                web.clusterArn(),
                web.hash(),
                web.task(),
                web.network().toBuilder().securityGroups(List.of()).build(),
                web.loadBalancers(),
                web.execution(),
                web.logGroupsMade(),
                web.stuck());
    }

    static Subject of(String image, String hash, int port) {
        return new Subject(
                new AwsScope("production", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN),
                "123456789012",
                CLUSTER,
                hash,
                Optional.of(RegisterTaskDefinitionRequest.builder()
                        .executionRoleArn("arn:aws:iam::123456789012:role/execution")
                        .containerDefinitions(ContainerDefinition.builder()
                                .name("app")
                                .image(image)
                                .portMappings(
                                        PortMapping.builder().containerPort(80).build())
                                .secrets(
                                        Secret.builder()
                                                .name("DB")
                                                .valueFrom(SECRET + ":password::")
                                                .build(),
                                        Secret.builder()
                                                .name("LEVEL")
                                                .valueFrom("arn:aws:ssm:eu-west-1:123456789012:parameter/web/level")
                                                .build())
                                .logConfiguration(LogConfiguration.builder()
                                        .logDriver("awslogs")
                                        .options(Map.of("awslogs-group", "/web", "awslogs-region", "eu-west-1"))
                                        .build())
                                .build())
                        .volumes(Volume.builder()
                                .name("data")
                                .efsVolumeConfiguration(efs -> efs.fileSystemId("fs-1"))
                                .build())
                        .build()),
                AwsVpcConfiguration.builder()
                        .subnets("subnet-a", "subnet-b")
                        .securityGroups("sg-1")
                        .build(),
                List.of(LoadBalancer.builder()
                        .targetGroupArn(TARGET_GROUP)
                        .containerName("app")
                        .containerPort(port)
                        .build()),
                false,
                Set.of(),
                false);
    }
}
