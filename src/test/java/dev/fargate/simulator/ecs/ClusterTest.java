package dev.fargate.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ClusterTest {
    private final VirtualEcs aws = new VirtualEcs();

    @Test
    void anExistingNameIsReturnedAsItIs() {
        aws.call("CreateCluster", "{'clusterName':'one','tags':[{'key':'a','value':'b'}]}");

        JsonNode again = aws.call("CreateCluster", "{'clusterName':'one','tags':[{'key':'c','value':'d'}]}")
                .path("cluster");

        assertThat(again.path("tags").findValuesAsText("key")).containsExactly("a");
    }

    @Test
    void tagsAndSettingsComeOnlyWhenIncluded() {
        aws.call("CreateCluster", "{'clusterName':'one','tags':[{'key':'a','value':'b'}]}");

        assertThat(describe("'clusters':['one']").path("tags")).isEmpty();
        assertThat(describe("'clusters':['one']").path("settings")).isEmpty();
        JsonNode all = describe("'clusters':['one'],'include':['TAGS','SETTINGS']");
        assertThat(all.path("tags")).hasSize(1);
        assertThat(all.path("settings").toString())
                .isEqualTo("[{\"name\":\"containerInsights\",\"value\":\"disabled\"}]");
    }

    @Test
    void aMissingClusterIsAFailureInADescribeAndAnErrorElsewhere() {
        assertThat(aws.call("DescribeClusters", "{'clusters':['none']}")
                        .path("failures")
                        .path(0)
                        .path("reason")
                        .asText())
                .isEqualTo("MISSING");
        assertThat(refused("ListServices", "{'cluster':'none'}").code()).isEqualTo("ClusterNotFoundException");
    }

    @Test
    void aClusterInUseIsNotDeleted() {
        aws.create(aws.definition("web", "nginx:1"), 1, "");
        assertThat(refused("DeleteCluster", "{'cluster':'apps'}").code()).isEqualTo("ClusterContainsServicesException");
        aws.call("DeleteService", "{'cluster':'apps','service':'web','force':true}");
        assertThat(refused("DeleteCluster", "{'cluster':'apps'}").code()).isEqualTo("ClusterContainsTasksException");

        aws.passSeconds(5);
        aws.call("DeleteCluster", "{'cluster':'apps'}");

        assertThat(describe("'clusters':['apps']").path("status").asText()).isEqualTo("INACTIVE");
        assertThat(aws.call("ListClusters", "{}").path("clusterArns")).isEmpty();
    }

    @Test
    void settingsProvidersAndDefaultsCanBeChanged() {
        aws.call(
                "UpdateClusterSettings",
                "{'cluster':'apps','settings':[{'name':'containerInsights','value':'enhanced'}]}");
        aws.call("UpdateCluster", "{'cluster':'apps','serviceConnectDefaults':{'namespace':'arn:ns'}}");
        aws.call(
                "PutClusterCapacityProviders",
                "{'cluster':'apps','capacityProviders':['FARGATE'],"
                        + "'defaultCapacityProviderStrategy':[{'capacityProvider':'FARGATE','weight':1}]}");

        JsonNode cluster = describe("'clusters':['apps'],'include':['SETTINGS']");
        assertThat(cluster.path("settings").path(0).path("value").asText()).isEqualTo("enhanced");
        assertThat(cluster.path("serviceConnectDefaults").path("namespace").asText())
                .isEqualTo("arn:ns");
        assertThat(cluster.path("capacityProviders")).hasSize(1);
        assertThat(cluster.path("defaultCapacityProviderStrategy")
                        .path(0)
                        .path("base")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void aNamespaceIsShownByItsArn() {
        aws.call("UpdateCluster", "{'cluster':'apps','serviceConnectDefaults':{'namespace':'shop'}}");

        assertThat(describe("'clusters':['apps']")
                        .path("serviceConnectDefaults")
                        .path("namespace")
                        .asText())
                .startsWith("arn:aws:servicediscovery:eu-west-1:111122223333:namespace/ns-");
    }

    @Test
    void theDefaultStrategyIsCopiedIntoAServiceThatNamesNone() {
        aws.call(
                "PutClusterCapacityProviders",
                "{'cluster':'apps','capacityProviders':['FARGATE'],"
                        + "'defaultCapacityProviderStrategy':[{'capacityProvider':'FARGATE','weight':1}]}");
        String body = VirtualEcs.createBody("web", aws.definition("web", "nginx:1"), 1, "")
                .replace("'launchType':'FARGATE',", "");

        aws.call("CreateService", body);

        assertThat(aws.web().path("capacityProviderStrategy")).hasSize(1);
        assertThat(refused(
                                "PutClusterCapacityProviders",
                                "{'cluster':'apps','capacityProviders':[],'defaultCapacityProviderStrategy':[]}")
                        .code())
                .isEqualTo("ResourceInUseException");
    }

    @Test
    void accountsAndRegionsDoNotSeeEachOther() {
        EcsCall elsewhere = new EcsCall("ListClusters", VirtualEcs.empty(), "111122223333", "us-east-1", "aws");

        assertThat(aws.ecs.call(elsewhere).path("clusterArns")).isEmpty();
    }

    @Test
    void tagsOfAwsAndTooManyAreRefused() {
        assertThat(refused("TagResource", "{'resourceArn':'" + VirtualEcs.CLUSTER + "','tags':[{'key':'aws:x'}]}"))
                .hasMessageContaining("reserved");
        StringBuilder tags = new StringBuilder();
        for (int i = 0; i < 51; i++) {
            tags.append(i == 0 ? "" : ",").append("{'key':'k").append(i).append("'}");
        }
        assertThat(refused("TagResource", "{'resourceArn':'" + VirtualEcs.CLUSTER + "','tags':[" + tags + "]}"))
                .hasMessageContaining("50");
        assertThat(refused("ListTagsForResource", "{'resourceArn':'" + VirtualEcs.CLUSTER + "-none'}")
                        .code())
                .isEqualTo("ResourceNotFoundException");
    }

    @Test
    void theDumpShowsEverythingThatIsHeld() {
        aws.create(aws.definition("web", "nginx:1"), 1, "");

        JsonNode dump = aws.ecs.dump().path("111122223333/eu-west-1");

        assertThat(dump.path("services").findValuesAsText("status")).containsExactly("ACTIVE");
        assertThat(dump.path("taskDefinitions")).hasSize(1);
        assertThat(dump.path("tasks").findValuesAsText("status")).containsExactly("PROVISIONING");
        assertThat(dump.path("clusters")).hasSize(1);
    }

    @Test
    void anUnknownOperationAndAnUnknownCommandAreRefused() {
        assertThat(refused("CreateTaskSet", "{}").code()).isEqualTo("UnknownOperationException");
        assertThat(catchThrowableOfType(AwsFault.class, () -> aws.control("{'command':'dance'}")))
                .hasMessageContaining("dance");
    }

    private JsonNode describe(String members) {
        return aws.call("DescribeClusters", "{" + members + "}")
                .path("clusters")
                .path(0);
    }

    private AwsFault refused(String operation, String body) {
        return catchThrowableOfType(AwsFault.class, () -> aws.call(operation, body));
    }
}
