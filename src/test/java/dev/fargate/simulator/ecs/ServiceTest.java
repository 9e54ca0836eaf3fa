package dev.fargate.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTest {
    private static final String BALANCER = "'loadBalancers':[{'targetGroupArn':'" + VirtualEcs.GROUP
            + "','containerName':'app','containerPort':8080}]";

    private final VirtualEcs aws = new VirtualEcs();
    private final String definition = aws.definition("web", "nginx:1");

    @Test
    void aServiceComesBackWithAwsDefaults() {
        aws.create(definition, 1, ",'serviceConnectConfiguration':{'enabled':true},'tags':[{'key':'a','value':'b'}]");

        JsonNode web = aws.web();

        assertThat(web.path("serviceArn").asText()).isEqualTo("arn:aws:ecs:eu-west-1:111122223333:service/apps/web");
        assertThat(web.path("launchType").asText()).isEqualTo("FARGATE");
        assertThat(web.path("platformVersion").asText()).isEqualTo("LATEST");
        assertThat(aws.primary().path("platformVersion").asText()).isEqualTo("1.4.0");
        assertThat(web.has("serviceConnectConfiguration")).isFalse();
        assertThat(aws.primary()
                        .path("serviceConnectConfiguration")
                        .path("enabled")
                        .asBoolean())
                .isTrue();
        assertThat(web.has("tags")).isFalse();
        assertThat(web.path("deploymentConfiguration").toString())
                .isEqualTo("{\"deploymentCircuitBreaker\":{\"enable\":false,\"rollback\":false},"
                        + "\"maximumPercent\":200,\"minimumHealthyPercent\":100,\"strategy\":\"ROLLING\"}");
        assertThat(web.path("availabilityZoneRebalancing").asText()).isEqualTo("ENABLED");
        assertThat(web.path("propagateTags").asText()).isEqualTo("NONE");
        assertThat(web.path("networkConfiguration")
                        .path("awsvpcConfiguration")
                        .path("assignPublicIp")
                        .asText())
                .isEqualTo("DISABLED");
        assertThat(aws.call("DescribeServices", "{'cluster':'apps','services':['web'],'include':['TAGS']}")
                        .path("services")
                        .path(0)
                        .path("tags"))
                .hasSize(1);
    }

    @Test
    void aBareFamilyIsShownAsTheRevisionItStoodFor() {
        assertThat(aws.create("web", 1, "")
                        .path("service")
                        .path("taskDefinition")
                        .asText())
                .isEqualTo(definition);
    }

    @Test
    void withAStrategyThereIsNoLaunchTypeAndSpreadFollowsBaseAndWeight() {
        aws.call(
                "CreateService",
                VirtualEcs.createBody("web", definition, 4, "")
                        .replace(
                                "'launchType':'FARGATE'",
                                "'capacityProviderStrategy':[{'capacityProvider':'FARGATE','base':2},"
                                        + "{'capacityProvider':'FARGATE_SPOT','weight':1}]"));
        aws.passSeconds(5);

        assertThat(aws.web().has("launchType")).isFalse();
        assertThat(aws.web()
                        .path("capacityProviderStrategy")
                        .path(0)
                        .path("weight")
                        .asInt(-1))
                .isZero();
        assertThat(aws.tasks("RUNNING"))
                .extracting(task -> task.path("capacityProviderName").asText())
                .containsExactlyInAnyOrder("FARGATE", "FARGATE", "FARGATE_SPOT", "FARGATE_SPOT");
    }

    @Test
    void deletionDrainsThenLeavesAnInactiveServiceThatIsStillDescribed() {
        aws.create(definition, 1, "");
        aws.passSeconds(5);
        assertThat(refused("DeleteService", "{'cluster':'apps','service':'web'}"))
                .hasMessage("The service cannot be stopped while it is scaled above 0.");

        aws.call("DeleteService", "{'cluster':'apps','service':'web','force':true}");

        assertThat(aws.web().path("status").asText()).isEqualTo("DRAINING");
        assertThat(refused("CreateService", VirtualEcs.createBody("web", definition, 1, "")))
                .hasMessage("Unable to Start a service that is still Draining.");
        assertThat(refused("UpdateService", "{'cluster':'apps','service':'web','desiredCount':1}")
                        .code())
                .isEqualTo("ServiceNotActiveException");
        aws.passSeconds(2);
        assertThat(aws.web().path("status").asText()).isEqualTo("INACTIVE");
        assertThat(aws.call("ListServices", "{'cluster':'apps'}").path("serviceArns"))
                .isEmpty();
        assertThat(refused("DeleteService", "{'cluster':'apps','service':'web'}")
                        .code())
                .isEqualTo("ServiceNotFoundException");
        aws.create(definition, 1, "");
        assertThat(aws.web().path("status").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void anInactiveServiceIsForgottenAfterAnHour() {
        aws.create(definition, 0, "");
        aws.call("DeleteService", "{'cluster':'apps','service':'web'}");

        aws.pass(Duration.ofHours(1));

        assertThat(aws.call("DescribeServices", "{'cluster':'apps','services':['web']}")
                        .path("failures")
                        .path(0)
                        .path("reason")
                        .asText())
                .isEqualTo("MISSING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'forceNewDeployment':true",
                "'platformVersion':'1.4.0'",
                "'networkConfiguration':{'awsvpcConfiguration':{'subnets':['subnet-b']}}",
                "'serviceRegistries':[{'registryArn':'arn:x'}]",
                "'serviceConnectConfiguration':{'enabled':true,'namespace':'n'}",
                "'capacityProviderStrategy':[{'capacityProvider':'FARGATE','weight':1}],'forceNewDeployment':true",
            })
    void theseChangesStartADeployment(String change) {
        aws.create(definition, 1, "");
        aws.passSeconds(5);
        String before = aws.primary().path("id").asText();

        aws.update(change);

        assertThat(aws.primary().path("id").asText()).isNotEqualTo(before);
        assertThat(aws.web().path("deployments")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'desiredCount':2",
                "'deploymentConfiguration':{'maximumPercent':150}",
                "'enableExecuteCommand':true",
                "'propagateTags':'SERVICE'",
                "'enableECSManagedTags':true",
                "'availabilityZoneRebalancing':'DISABLED'",
                "'platformVersion':'LATEST'",
                "'taskDefinition':'web:1'",
                "'networkConfiguration':{'awsvpcConfiguration':{'subnets':['subnet-a'],'securityGroups':['sg-a']}}",
            })
    void theseChangesStartNone(String change) {
        aws.create(definition, 1, "");
        aws.passSeconds(5);
        String before = aws.primary().path("id").asText();

        aws.update(change);

        assertThat(aws.primary().path("id").asText()).isEqualTo(before);
    }

    @Test
    void aListIsRemovedByAnEmptyOneAndKeptByAnAbsentOne() {
        aws.create(definition, 1, "," + BALANCER);
        aws.update("'desiredCount':2");
        assertThat(aws.web().path("loadBalancers")).hasSize(1);

        aws.update("'loadBalancers':[]");

        assertThat(aws.web().path("loadBalancers")).isEmpty();
    }

    @Test
    void atMostTenAreDescribedAndListsComeInPages() {
        for (int i = 0; i < 23; i++) {
            aws.call("CreateService", VirtualEcs.createBody("s" + i, definition, 0, ""));
        }
        assertThat(refused("DescribeServices", "{'cluster':'apps','services':" + names(11) + "}")
                        .code())
                .isEqualTo("InvalidParameterException");

        JsonNode first = aws.call("ListServices", "{'cluster':'apps'}");
        JsonNode second = aws.call(
                "ListServices",
                "{'cluster':'apps','nextToken':'" + first.path("nextToken").asText() + "'}");
        JsonNode third = aws.call(
                "ListServices",
                "{'cluster':'apps','nextToken':'" + second.path("nextToken").asText() + "'}");

        assertThat(first.path("serviceArns")).hasSize(10);
        assertThat(third.path("serviceArns")).hasSize(3);
        assertThat(third.has("nextToken")).isFalse();
        assertThat(refused("ListServices", "{'cluster':'apps','nextToken':'mine'}"))
                .hasMessage("Invalid token.");
    }

    @Test
    void anOwnCreateCanBeMissingForAWhile() {
        aws.control("{'command':'pace','visibilityMillis':2000}");
        aws.create(definition, 1, "");
        assertThat(aws.web().isMissingNode()).isTrue();

        aws.passSeconds(2);

        assertThat(aws.web().path("status").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void repliesCanHaveTheSizeOfAnOldService() {
        aws.create(definition, 1, "");
        aws.passSeconds(5);
        aws.control("{'command':'fill-events','enabled':true}");

        assertThat(aws.web().path("events")).hasSize(100);
        assertThat(aws.messages().getFirst()).isEqualTo("(service web) has reached a steady state.");
    }

    @Test
    void aServiceSomebodyRemovedIsMissingAtOnce() {
        aws.create(definition, 1, "");
        aws.passSeconds(5);

        aws.control("{'command':'remove-service','service':'web'}");

        assertThat(aws.web().isMissingNode()).isTrue();
    }

    private static String names(int count) {
        StringBuilder names = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            names.append(i == 0 ? "" : ",").append("'s").append(i).append('\'');
        }
        return names.append(']').toString();
    }

    private AwsFault refused(String operation, String body) {
        return catchThrowableOfType(AwsFault.class, () -> aws.call(operation, body));
    }
}
