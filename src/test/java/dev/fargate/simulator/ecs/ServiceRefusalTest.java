package dev.fargate.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceRefusalTest {
    private final VirtualEcs aws = new VirtualEcs();
    private final String definition = aws.definition("web", "nginx:1");

    @Test
    void theSameRequestIsTheSameServiceAndAnotherIsNot() {
        String body = VirtualEcs.createBody("web", definition, 1, ",'clientToken':'t1'");
        JsonNode first = aws.call("CreateService", body).path("service");

        JsonNode again = aws.call("CreateService", body).path("service");

        assertThat(again.path("createdAt")).isEqualTo(first.path("createdAt"));
        assertThat(aws.tasks("RUNNING")).hasSize(1);
        AwsFault fault = refused("CreateService", VirtualEcs.createBody("web", definition, 2, ",'clientToken':'t1'"));
        assertThat(fault).hasMessage("Creation of service was not idempotent.");
        assertThat(fault.code()).isEqualTo("InvalidParameterException");
    }

    @Test
    void aStrategyChangesOnlyWithAForcedDeployment() {
        aws.create(definition, 1, "");

        assertThat(refused(
                        "UpdateService",
                        "{'cluster':'apps','service':'web','capacityProviderStrategy':"
                                + "[{'capacityProvider':'FARGATE_SPOT','weight':1}]}"))
                .hasMessageEndingWith("you must force a new deployment.");
    }

    /** Each row: what is changed in a good CreateService, the error and its words. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'desiredCount':1,        | ''                                | InvalidParameterException | desiredCount is required when the scheduling strategy is REPLICA.
            'launchType':'FARGATE'   | 'launchType':'FARGATE','capacityProviderStrategy':[{'capacityProvider':'FARGATE'}] | InvalidParameterException | Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.
            'launchType':'FARGATE',  | ''                                | InvalidParameterException | No Container Instances were found in your cluster.
            subnet-a                 | subnet-gone                       | InvalidParameterException | Error retrieving subnet information for [subnet-gone]: The subnet ID 'subnet-gone' does not exist (ErrorCode: InvalidSubnetID.NotFound)
            sg-a                     | sg-gone                           | InvalidParameterException | Error retrieving security group information for [sg-gone]: The security group 'sg-gone' does not exist (ErrorCode: InvalidGroup.NotFound)
            ['subnet-a']             | ['subnet-a','subnet-other']       | InvalidParameterException | All subnets must be in the same VPC: [subnet-a, subnet-other]
            'cluster':'apps'         | 'cluster':'none'                  | ClusterNotFoundException | Cluster not found.
            'cluster':'apps'         | 'cluster':'apps','platformVersion':'9' | PlatformUnknownException | The specified platform version does not exist.
            'cluster':'apps'         | 'cluster':'apps','healthCheckGracePeriodSeconds':5 | InvalidParameterException | Health check grace period is only valid for services configured to use load balancers
            'cluster':'apps'         | 'cluster':'apps','deploymentConfiguration':{'maximumPercent':100} | InvalidParameterException | Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.
            'cluster':'apps'         | 'cluster':'apps','serviceRegistries':[{'registryArn':'arn:gone'}] | InvalidParameterException | The service registry arn:gone does not exist.
            """)
    void aServiceThatAwsRefusesIsRefusedInItsWords(String good, String bad, String code, String words) {
        String body = VirtualEcs.createBody("web", definition, 1, "").replace(good, bad.equals("''") ? "" : bad);

        AwsFault fault = refused("CreateService", body);

        assertThat(fault).hasMessage(words);
        assertThat(fault.code()).isEqualTo(code);
    }

    @Test
    void aTargetGroupMustExistFitAndHaveALoadBalancer() {
        assertThat(balanced(VirtualEcs.GROUP + "-lonely", "app", 8080))
                .hasMessage("The target group with targetGroupArn " + VirtualEcs.GROUP
                        + "-lonely does not have an associated load balancer.");
        assertThat(balanced(VirtualEcs.GROUP + "-instance", "app", 8080))
                .hasMessageContaining("has target type instance, which is incompatible with the awsvpc network mode");
        assertThat(balanced(VirtualEcs.GROUP, "nobody", 8080))
                .hasMessage("The container nobody does not exist in the task definition.");
        assertThat(balanced(VirtualEcs.GROUP, "app", 81))
                .hasMessage("The container app did not have a container port 81 defined.");
    }

    @Test
    void anUnknownDefinitionIsAClientError() {
        AwsFault fault = refused("CreateService", VirtualEcs.createBody("web", "none:1", 1, ""));
        assertThat(fault).hasMessage("TaskDefinition not found.");
        assertThat(fault.code()).isEqualTo("ClientException");
    }

    private AwsFault balanced(String group, String container, int port) {
        return refused(
                "CreateService",
                VirtualEcs.createBody(
                        "web",
                        definition,
                        1,
                        ",'loadBalancers':[{'targetGroupArn':'" + group + "','containerName':'" + container
                                + "','containerPort':" + port + "}]"));
    }

    private AwsFault refused(String operation, String body) {
        return catchThrowableOfType(AwsFault.class, () -> aws.call(operation, body));
    }
}
