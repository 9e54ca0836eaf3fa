package dev.fargate.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskDefinitionTest {
    private final VirtualEcs aws = new VirtualEcs();

    @Test
    void aRevisionsNumberRisesByOneAndIsNeverGivenOutAgain() {
        String prefix = "arn:aws:ecs:eu-west-1:111122223333:task-definition/web:";
        assertThat(aws.definition("web", "nginx:1")).isEqualTo(prefix + 1);
        assertThat(aws.definition("web", "nginx:1")).isEqualTo(prefix + 2);
        aws.call("DeregisterTaskDefinition", "{'taskDefinition':'web:2'}");
        aws.call("DeleteTaskDefinitions", "{'taskDefinitions':['web:2']}");

        assertThat(aws.definition("web", "nginx:1")).isEqualTo(prefix + 3);
    }

    @Test
    void aBareFamilyIsItsNewestActiveRevision() {
        aws.definition("web", "nginx:1");
        aws.definition("web", "nginx:2");
        aws.call("DeregisterTaskDefinition", "{'taskDefinition':'web:2'}");

        assertThat(describe("web").path("revision").asInt()).isEqualTo(1);
        assertThat(describe("web:2").path("status").asText()).isEqualTo("INACTIVE");
        assertThat(aws.call("ListTaskDefinitions", "{'familyPrefix':'web'}").path("taskDefinitionArns"))
                .hasSize(1);
        assertThat(aws.call("ListTaskDefinitions", "{'familyPrefix':'web','status':'INACTIVE'}")
                        .path("taskDefinitionArns"))
                .hasSize(1);
        aws.call("DeregisterTaskDefinition", "{'taskDefinition':'web:1'}");
        assertThat(refused("DescribeTaskDefinition", "{'taskDefinition':'web'}"))
                .hasMessage("Unable to describe task definition.");
        assertThat(aws.call("ListTaskDefinitionFamilies", "{}").path("families"))
                .isEmpty();
    }

    @Test
    void anInactiveRevisionServesItsServiceButNoNewOne() {
        String old = aws.definition("web", "nginx:1");
        aws.create(old, 1, "");
        aws.call("DeregisterTaskDefinition", "{'taskDefinition':'" + old + "'}");

        aws.passSeconds(5);
        aws.update("'desiredCount':2,'taskDefinition':'" + old + "'");
        aws.passSeconds(5);

        assertThat(aws.web().path("runningCount").asInt()).isEqualTo(2);
        assertThat(refused("CreateService", VirtualEcs.createBody("other", old, 1, "")))
                .hasMessage("TaskDefinition is inactive");
    }

    @Test
    void tagsComeOnlyWhenIncludedAndChangeWithoutANewRevision() {
        ObjectNode body = VirtualEcs.json(VirtualEcs.definitionBody("web", "nginx:1", ""));
        body.putArray("tags").addObject().put("key", "owner").put("value", "me");
        ObjectNode registered = aws.call("RegisterTaskDefinition", body.toString());
        assertThat(registered.path("tags")).hasSize(1);
        assertThat(registered.path("taskDefinition").has("tags")).isFalse();
        String arn = registered.path("taskDefinition").path("taskDefinitionArn").asText();

        aws.call("TagResource", "{'resourceArn':'" + arn + "','tags':[{'key':'a','value':'b'}]}");
        aws.call("UntagResource", "{'resourceArn':'" + arn + "','tagKeys':['owner']}");

        assertThat(aws.call("DescribeTaskDefinition", "{'taskDefinition':'web'}")
                        .has("tags"))
                .isFalse();
        assertThat(aws.call("DescribeTaskDefinition", "{'taskDefinition':'web','include':['TAGS']}")
                        .path("tags")
                        .toString())
                .isEqualTo("[{\"key\":\"a\",\"value\":\"b\"}]");
    }

    @Test
    void whatIsLeftOutComesBackFilledIn() {
        aws.definition(
                "web",
                "nginx:1",
                ",'healthCheck':{'command':['CMD','true']},'logConfiguration':{'logDriver':'splunk'}");

        JsonNode definition = describe("web");
        JsonNode container = definition.path("containerDefinitions").path(0);

        assertThat(definition.path("volumes")).isEmpty();
        assertThat(definition.path("placementConstraints").isArray()).isTrue();
        assertThat(container.path("cpu").asInt(-1)).isZero();
        assertThat(container.path("essential").asBoolean()).isTrue();
        assertThat(container.path("environment").isArray()).isTrue();
        assertThat(container.path("portMappings").path(0).toString())
                .isEqualTo("{\"containerPort\":8080,\"hostPort\":8080,\"protocol\":\"tcp\"}");
        assertThat(container.path("healthCheck").path("interval").asInt()).isEqualTo(30);
        assertThat(container.path("healthCheck").path("retries").asInt()).isEqualTo(3);
        assertThat(container.path("logConfiguration").path("secretOptions").isArray())
                .isTrue();
    }

    @Test
    void sizesInWordsBecomeUnits() {
        aws.call(
                "RegisterTaskDefinition",
                VirtualEcs.definitionBody("web", "nginx:1", "")
                        .replace("'256'", "'0.5 vCPU'")
                        .replace("'512'", "'1 GB'"));

        assertThat(describe("web").path("cpu").asText()).isEqualTo("512");
        assertThat(describe("web").path("memory").asText()).isEqualTo("1024");
    }

    @ParameterizedTest
    @CsvSource({"256,1536", "256,4096", "512,512", "1024,9216", "8192,18432", "16384,36864", "300,512"})
    void aSizeThatIsInNoRowIsRefused(int cpu, int memory) {
        String body = VirtualEcs.definitionBody("web", "nginx:1", "")
                .replace("'512'", "'" + memory + "'")
                .replace("'256'", "'" + cpu + "'");
        assertThat(refused("RegisterTaskDefinition", body))
                .hasMessageStartingWith("No Fargate configuration exists for given values: ");
    }

    @ParameterizedTest
    @CsvSource({"256,2048", "512,3072", "1024,8192", "2048,16384", "4096,30720", "8192,61440", "16384,122880"})
    void aSizeOfTheTableIsTaken(int cpu, int memory) {
        String body = VirtualEcs.definitionBody("web", "nginx:1", "")
                .replace("'512'", "'" + memory + "'")
                .replace("'256'", "'" + cpu + "'");
        assertThat(aws.call("RegisterTaskDefinition", body)
                        .path("taskDefinition")
                        .path("cpu")
                        .asInt())
                .isEqualTo(cpu);
    }

    /** Each row: what is changed in a good request, and AWS's words for it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'awsvpc'              | 'bridge'                               | Fargate only supports network mode ‘awsvpc’.
            'cpu':'256',          | ''                                     | Fargate requires that 'cpu' be defined at the task level.
            'memory':'512',       | ''                                     | Fargate requires that 'memory' be defined at the task level.
            'family':'web'        | 'family':'a.b'                         | Family contains invalid characters.
            'name':'app'          | 'name':''                              | Container.name should not be null or empty.
            'image':'nginx:1'     | 'image':''                             | Container.image should not be null or empty.
            'image':'nginx:1'     | 'image':'1.dkr.ecr.us-east-1.amazonaws.com/a:1' | Fargate requires task definition to have execution role ARN to support ECR images.
            'name':'app'          | 'name':'app','essential':false         | Task definition doesn't have any essential container.
            'name':'app'          | 'name':'app','cpu':512                 | The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.
            'name':'app'          | 'name':'app','memory':1024             | Invalid setting for container 'app'. 'memory' must be less than or equal to the task 'memory'.
            'name':'app'          | 'name':'app','memory':256,'memoryReservation':300 | Invalid setting for container 'app'. 'memoryReservation' must be less than or equal to 'memory'.
            'name':'app'          | 'name':'app','privileged':true         | Fargate requires that the 'privileged' setting be 'false'
            'name':'app'          | 'name':'app','links':['b']             | Fargate compatible task definitions do not support links.
            'name':'app'          | 'name':'app','hostname':'a'            | hostname is not supported on container when networkMode=awsvpc
            'name':'app'          | 'name':'app','dnsServers':['1.1.1.1']  | DNS servers are not supported on container when networkMode=awsvpc
            'name':'app'          | 'name':'app','linuxParameters':{'sharedMemorySize':64} | Fargate compatible task definitions do not support sharedMemorySize.
            'name':'app'          | 'name':'app','linuxParameters':{'capabilities':{'add':['NET_ADMIN']}} | NET_ADMIN is not allowed on Fargate.
            'name':'app'          | 'name':'app','dependsOn':[{'containerName':'b','condition':'START'}] | Cannot depend on container + 'b' because it does not exist
            'name':'app'          | 'name':'app','dependsOn':[{'containerName':'app','condition':'START'}] | Container dependencies should not have a cycle
            'name':'app'          | 'name':'app','dependsOn':[{'containerName':'app','condition':'SUCCESS'}] | A dependency container with SUCCESS or COMPLETE condition cannot be an essential container
            'name':'app'          | 'name':'app','dependsOn':[{'containerName':'app','condition':'HEALTHY'}] | A dependency container with HEALTHY condition must have health check configured
            'containerPort':8080  | 'containerPort':8080,'hostPort':80     | When networkMode=awsvpc, the host ports and container ports in port mappings must match.
            'containerPort':8080} | 'containerPort':8080},{'containerPort':8080} | container port is used multiple times in task
            'name':'app'          | 'name':'app','healthCheck':{'command':['a'],'interval':1} | Invalid 'interval' setting for container 'app'. The value must be between 5 and 300.
            'name':'app'          | 'name':'app','stopTimeout':300         | Invalid 'stopTimeout' setting for container 'app'. The value must be between 2 and 120.
            'name':'app'          | 'name':'app','logConfiguration':{'logDriver':'gelf'} | gelf is not a valid log driver. Must be one of [awslogs, splunk, awsfirelens]
            'name':'app'          | 'name':'app','logConfiguration':{'logDriver':'awslogs'} | Fargate requires task definition to have execution role ARN to support log driver awslogs.
            'name':'app'          | 'name':'app','logConfiguration':{'logDriver':'awsfirelens'} | When awsfirelens log driver is specified in log configuration, a firelens configuration object must be specified
            'name':'app'          | 'name':'app','secrets':[{'name':'A','valueFrom':'arn:aws:ssm:x'}] | When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.
            'name':'app'          | 'name':'app','mountPoints':[{'sourceVolume':'v'}] | Unknown volume 'v'.
            'name':'app'          | 'name':'app','volumesFrom':[{'sourceContainer':'b'}] | Invalid 'volumesFrom' setting. Unknown container: 'b'
            'name':'app'          | 'name':'app','environmentFiles':[{'type':'s3','value':'s3://a/b.env'}] | Invalid arn syntax.
            'name':'app'          | 'name':'app','environmentFiles':[{'type':'s3','value':'arn:aws:s3:::a/b.txt'}] | An environment file must have the extension .env.
            'name':'app'          | 'name':'app','environmentFiles':[{'type':'s3','value':'arn:aws:s3:::a/b.env'}] | Fargate requires task definition to have execution role ARN to support environment files.
            'name':'app'          | 'name':'app','repositoryCredentials':{'credentialsParameter':'arn:aws:secretsmanager:x'} | Fargate requires task definition to have execution role ARN to support repository credentials.
            'name':'app'          | 'name':'app','restartPolicy':{'enabled':true,'restartAttemptPeriod':59} | Invalid 'restartAttemptPeriod' setting for container 'app'. The value must be between 60 and 1800.
            'name':'app'          | 'name':'app','ulimits':[{'name':'nofile','softLimit':2,'hardLimit':1}] | Invalid 'ulimits' setting: the soft limit is greater than the hard limit.
            'name':'app'          | 'name':'app','systemControls':[{'namespace':'vm.swappiness','value':'1'}] | Invalid 'systemControls' setting: vm.swappiness is not supported.
            'name':'app'          | 'name':'app','linuxParameters':{'tmpfs':[{'containerPath':'/run','size':0}]} | The container has an invalid tmpfs size value specified. It must be a non-zero, non-negative integer.
            'name':'app'          | 'name':'app','disableNetworking':true  | Disable Networking is not supported on container when networkMode=awsvpc
            'containerPort':8080  | 'containerPortRange':'9-8'             | Invalid 'containerPortRange' setting: 9-8
            'containerPort':8080  | 'containerPortRange':'8-9','containerPort':8 | cannot specify both single port and port range
            'containerPort':8080} | 'containerPort':8080},{'containerPortRange':'8080-8090'} | container port is used multiple times in task
            'family':'web'        | 'family':'web','proxyConfiguration':{'containerName':'envoy'} | Invalid 'proxyConfiguration' setting. Unknown container: 'envoy'
            'family':'web'        | 'family':'web','proxyConfiguration':{'containerName':'app','properties':[{'name':'AppPorts','value':'1'}]} | Invalid 'proxyConfiguration' setting. A required property is missing.
            'family':'web'        | 'family':'web','ephemeralStorage':{'sizeInGiB':20} | Invalid setting for 'ephemeralStorage': sizeInGiB must be between 21 and 200.
            'family':'web'        | 'family':'web','pidMode':'host'        | Fargate compatible task definitions only support the pidMode 'task'.
            'family':'web'        | 'family':'web','ipcMode':'host'        | Fargate compatible task definitions do not support ipcMode.
            'family':'web'        | 'family':'web','executionRoleArn':'arn:aws:iam::111122223333:role/none' | Role is not valid
            'family':'web'        | 'family':'web','volumes':[{'name':'v','host':{'sourcePath':'/a'}}] | Fargate compatible task definitions do not support sourcePath.
            'family':'web'        | 'family':'web','volumes':[{'name':'v'},{'name':'v'}] | Volume names must be unique within a task definition.
            'family':'web'        | 'family':'web','volumes':[{'name':'v','efsVolumeConfiguration':{'fileSystemId':'fs-1','rootDirectory':'/a','transitEncryption':'ENABLED','authorizationConfig':{'accessPointId':'fsap-1'}}}] | When using an EFS access point, the root directory must either be set to \"/\" or be omitted.
            'family':'web'        | 'family':'web','volumes':[{'name':'v','efsVolumeConfiguration':{'fileSystemId':'fs-1','authorizationConfig':{'iam':'ENABLED'}}}] | EFS IAM authorization requires TransitEncryption to be enabled
            """)
    void aDefinitionThatAwsRefusesIsRefusedInItsWords(String good, String bad, String words) {
        String replacement = bad.equals("''") ? "" : bad;
        String body = VirtualEcs.definitionBody("web", "nginx:1", "").replace(good, replacement);

        AwsFault fault = refused("RegisterTaskDefinition", body);

        assertThat(fault).hasMessage(words.replace("\\\"", "\""));
        assertThat(fault.code()).isEqualTo("ClientException");
        assertThat(fault.httpStatus()).isEqualTo(400);
    }

    @Test
    void twoContainersMustDifferInNameAndPort() {
        String two =
                VirtualEcs.definitionBody("web", "nginx:1", "").replace("}]}]}", "}]},{'name':'app','image':'b'}]}");
        assertThat(refused("RegisterTaskDefinition", two))
                .hasMessage("Container names must be unique within a task definition.");
        assertThat(refused(
                        "RegisterTaskDefinition",
                        VirtualEcs.definitionBody("web", "nginx:1", "").replace("[{'name'", "[],'x':[{'name'")))
                .hasMessage("Container list cannot be empty.");
    }

    @Test
    void aCycleOfTwoIsACycle() {
        String body = "{'family':'web','containerDefinitions':["
                + "{'name':'a','image':'x','dependsOn':[{'containerName':'b','condition':'START'}]},"
                + "{'name':'b','image':'x','dependsOn':[{'containerName':'a','condition':'START'}]}]}";
        assertThat(refused("RegisterTaskDefinition", body)).hasMessageContaining("cycle");
    }

    @Test
    void anActiveRevisionCannotBeDeleted() {
        aws.definition("web", "nginx:1");

        JsonNode reply = aws.call("DeleteTaskDefinitions", "{'taskDefinitions':['web:1','web:9']}");

        assertThat(reply.path("taskDefinitions")).isEmpty();
        assertThat(reply.path("failures").path(0).path("reason").asText()).contains("still in ACTIVE status");
        assertThat(reply.path("failures").path(1).path("reason").asText()).isEqualTo("MISSING");
    }

    private JsonNode describe(String reference) {
        return aws.call("DescribeTaskDefinition", "{'taskDefinition':'" + reference + "'}")
                .path("taskDefinition");
    }

    private AwsFault refused(String operation, String body) {
        return catchThrowableOfType(AwsFault.class, () -> aws.call(operation, body));
    }
}
