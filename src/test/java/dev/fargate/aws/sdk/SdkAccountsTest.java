package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Identity;
import dev.fargate.aws.Services;
import dev.fargate.aws.Subnets;
import dev.fargate.aws.TaskDefinitions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Tag;

class SdkAccountsTest {
    private static final AwsScope OWN = new AwsScope("dev", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN);
    private static final AwsScope ROLE = new AwsScope(
            "dev",
            "eu-west-1",
            Optional.of("arn:aws:iam::210987654321:role/fargate"),
            new AwsScope.Session(Optional.of("secret-handshake"), false));
    private static final RegisterTaskDefinitionRequest REGISTER =
            RegisterTaskDefinitionRequest.builder().family("app").build();

    private final AwsEndpoint endpoint = new AwsEndpoint();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SdkAccounts accounts = new SdkAccounts(
            new ClientSettings("1.2.3", "c1", ClientSettings.Timeouts.DEFAULT, Optional.empty()), meters, () -> {});
    private final Aws aws = accounts.of(OWN);

    @AfterEach
    void close() {
        accounts.close();
        endpoint.close();
    }

    @Test
    void aReadOfServicesAsksForTagsAndTellsTheFoundFromTheMissing() {
        endpoint.answer("DescribeServices", 200, """
                {"services": [{"serviceName": "app", "events": [
                    {"id": "2", "message": "(service app) has reached a steady state."},
                    {"id": "1", "message": "(service app) was unable to place a task."}]}],
                 "failures": [
                    {"arn": "arn:aws:ecs:eu-west-1:123456789012:service/dev/gone", "reason": "MISSING"},
                    {"arn": "arn:aws:ecs:eu-west-1:123456789012:service/dev/odd", "reason": "OTHER"}]}""");

        Services.Described described = aws.services().describe("arn:cluster", List.of("app", "gone", "odd"));

        assertThat(endpoint.requests)
                .singleElement()
                .satisfies(
                        request -> assertThat(request.body())
                                .isEqualTo(
                                        "{\"cluster\":\"arn:cluster\",\"services\":[\"app\",\"gone\",\"odd\"],\"include\":[\"TAGS\"]}"));
        assertThat(described.missing()).containsExactly("gone");
        assertThat(described.services()).singleElement().satisfies(service -> assertThat(service.events())
                .singleElement()
                .satisfies(event -> assertThat(event.id()).isEqualTo("1")));
    }

    @Test
    void aCallNamesTheOperatorAndItsVersion() {
        endpoint.answer("DescribeClusters", 200, "{\"clusters\": [], \"failures\": [{\"reason\": \"MISSING\"}]}");

        assertThat(aws.clusters().describe("dev")).isEmpty();

        assertThat(endpoint.requests.getFirst().userAgent()).endsWith("fargate-operator/1.2.3");
        assertThat(endpoint.requests.getFirst().body())
                .contains("\"include\":[\"TAGS\",\"SETTINGS\",\"CONFIGURATIONS\",\"ATTACHMENTS\"]");
    }

    @Test
    void anAnswerThatSaysNothingOfTheClusterIsNotReadAsMissing() {
        endpoint.answer("DescribeClusters", 200, "{\"clusters\": [], \"failures\": []}");

        assertThat(refusal(() -> aws.clusters().describe("dev")).errorClass()).isEqualTo(ErrorClass.TRANSIENT);
    }

    @Test
    void aRefusalCarriesAwssWordsAndRequestAndIsNotRepeated() {
        endpoint.answer(
                "RegisterTaskDefinition", 400, "{\"__type\":\"ClientException\",\"message\":\"Rate exceeded\"}");

        AwsException refusal = refusal(() -> aws.taskDefinitions().register(REGISTER));

        assertThat(refusal.errorClass()).isEqualTo(ErrorClass.THROTTLED);
        assertThat(refusal.operation()).isEqualTo("ecs:RegisterTaskDefinition");
        assertThat(refusal.code()).isEqualTo("ClientException");
        assertThat(refusal).hasMessage("Rate exceeded");
        assertThat(refusal.requestId()).hasValue("r-1");
        assertThat(endpoint.requests).hasSize(1);
    }

    @Test
    void aLostReplyIsTransientAndTheCallIsMadeOnceEvenOnAConnectionThatWasUsedBefore() {
        endpoint.answer("DescribeTaskDefinition", 200, "{\"taskDefinition\": {\"family\": \"app\"}}");
        endpoint.loseRepliesTo("RegisterTaskDefinition");
        aws.taskDefinitions().describe("app");

        AwsException refusal = refusal(() -> aws.taskDefinitions().register(REGISTER));

        assertThat(refusal.errorClass()).isEqualTo(ErrorClass.TRANSIENT);
        assertThat(refusal.requestId()).isEmpty();
        assertThat(refusal.getMessage()).doesNotContain("SDK Attempt");
        assertThat(endpoint.requests)
                .extracting(AwsEndpoint.Request::operation)
                .containsExactly("DescribeTaskDefinition", "RegisterTaskDefinition");
    }

    @Test
    void aRequestThatMayNoLongerBeMadeIsNotSent() {
        Runnable ended = () -> {
            throw new IllegalStateException("the tenure is over");
        };

        try (SdkAccounts late = new SdkAccounts(
                new ClientSettings("1.2.3", "c1", ClientSettings.Timeouts.DEFAULT, Optional.empty()), meters, ended)) {
            TaskDefinitions definitions = late.of(OWN).taskDefinitions();
            assertThatThrownBy(() -> definitions.register(REGISTER)).hasMessage("the tenure is over");
        }

        assertThat(endpoint.requests).isEmpty();
    }

    @Test
    void aReplyThatDoesNotComeInTimeIsTransientAndTheCallIsMadeOnce() {
        endpoint.hangOn("RegisterTaskDefinition");
        ClientSettings impatient = new ClientSettings(
                "1.2.3",
                "c1",
                new ClientSettings.Timeouts(Duration.ofSeconds(3), Duration.ofMillis(500), Duration.ofSeconds(5)),
                Optional.empty());

        try (SdkAccounts hurried = new SdkAccounts(impatient, meters, () -> {})) {
            AwsException refusal =
                    refusal(() -> hurried.of(OWN).taskDefinitions().register(REGISTER));
            assertThat(refusal.errorClass()).isEqualTo(ErrorClass.TRANSIENT);
        }

        assertThat(endpoint.requests).hasSizeLessThanOrEqualTo(1);
        assertThat(calls("RegisterTaskDefinition", "transient")).isEqualTo(1);
    }

    @Test
    void aServerErrorIsTransientAndNotRepeated() {
        endpoint.answer("RegisterTaskDefinition", 500, "<html>Bad</html>");

        assertThat(refusal(() -> aws.taskDefinitions().register(REGISTER)).errorClass())
                .isEqualTo(ErrorClass.TRANSIENT);
        assertThat(endpoint.requests).hasSize(1);
    }

    @Test
    void anUnknownTaskDefinitionIsEmpty() {
        endpoint.answer(
                "DescribeTaskDefinition",
                400,
                "{\"__type\":\"ClientException\",\"message\":\"Unable to describe task definition.\"}");

        assertThat(aws.taskDefinitions().describe("app")).isEmpty();
    }

    @Test
    void theReplyToACreationHasTheTagsThatWereAskedFor() {
        endpoint.answer("CreateService", 200, "{\"service\": {\"serviceName\": \"app\"}}");
        Tag tag = Tag.builder().key("team").value("red").build();

        Service made = aws.services()
                .create(CreateServiceRequest.builder()
                        .serviceName("app")
                        .tags(tag)
                        .build());

        assertThat(made.tags()).containsExactly(tag);
    }

    @Test
    void aMissingSubnetIsMissing() {
        endpoint.answer("DescribeSubnets", 400, """
                <Response><Errors><Error><Code>InvalidSubnetID.NotFound</Code>
                <Message>The subnet ID 'subnet-0a' does not exist</Message></Error></Errors></Response>""");

        AwsException refusal = refusal(() -> aws.subnets().subnets(List.of("subnet-0a")));

        assertThat(refusal.errorClass()).isEqualTo(ErrorClass.MISSING);
        assertThat(refusal).hasMessage("The subnet ID 'subnet-0a' does not exist");
    }

    @Test
    void aSelectionByTagsIsMadeOfFiltersAndItsValuesAreMeantLiterally() {
        endpoint.answer("DescribeSubnets", 200, """
                <DescribeSubnetsResponse><subnetSet><item><subnetId>subnet-0a</subnetId>
                <availabilityZone>eu-west-1a</availabilityZone><vpcId>vpc-1</vpcId></item></subnetSet>
                </DescribeSubnetsResponse>""");

        List<Subnets.Subnet> found = aws.subnets()
                .subnets(new Subnets.Selection(Map.of("tier", "a*b?c", "role", "*"), Optional.of("vpc-1")));

        assertThat(found).containsExactly(new Subnets.Subnet("subnet-0a", "eu-west-1a", "vpc-1"));
        assertThat(URLDecoder.decode(endpoint.requests.getFirst().body(), StandardCharsets.UTF_8))
                .contains("Filter.1.Name=tag-key&Filter.1.Value.1=role")
                .contains("Filter.2.Name=tag:tier&Filter.2.Value.1=a\\*b\\?c")
                .contains("Filter.3.Name=vpc-id&Filter.3.Value.1=vpc-1");
    }

    @Test
    void aRoleIsAssumedOnceUnderTheNameOfTheEnvironment() {
        endpoint.answer("AssumeRole", 200, """
                <AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId>
                <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
                <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>""");
        endpoint.answer("GetCallerIdentity", 200, """
                <GetCallerIdentityResponse><GetCallerIdentityResult>
                <Arn>arn:aws-cn:sts::210987654321:assumed-role/fargate/s</Arn>
                <Account>210987654321</Account></GetCallerIdentityResult></GetCallerIdentityResponse>""");

        Identity.Caller caller = accounts.of(ROLE).identity().caller();
        accounts.of(ROLE).identity().caller();

        assertThat(caller).isEqualTo(new Identity.Caller("210987654321", "aws-cn"));
        assertThat(endpoint.requests)
                .extracting(AwsEndpoint.Request::operation)
                .containsExactly("AssumeRole", "GetCallerIdentity", "GetCallerIdentity");
        assertThat(endpoint.requests.getFirst().body())
                .contains("RoleSessionName=fargate-operator-dev", "ExternalId=secret-handshake")
                .doesNotContain("Tags");
        assertThat(endpoint.requests.get(1).authorization()).contains("Credential=ASIAROLE/");
    }

    @Test
    void theSessionsOfARoleAreTaggedWhereTheEnvironmentAsksForIt() {
        endpoint.answer("AssumeRole", 200, """
                <AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId>
                <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
                <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>""");
        endpoint.answer("GetCallerIdentity", 200, """
                <GetCallerIdentityResponse><GetCallerIdentityResult>
                <Arn>arn:aws:sts::210987654321:assumed-role/fargate/s</Arn>
                <Account>210987654321</Account></GetCallerIdentityResult></GetCallerIdentityResponse>""");
        AwsScope tagged = new AwsScope(
                ROLE.environment(), ROLE.region(), ROLE.roleArn(), new AwsScope.Session(Optional.empty(), true));

        accounts.of(tagged).identity().caller();

        assertThat(URLDecoder.decode(endpoint.requests.getFirst().body(), StandardCharsets.UTF_8))
                .contains("Tags.member.1.Key=fargate.dev/cluster&Tags.member.1.Value=c1")
                .contains("Tags.member.2.Key=fargate.dev/environment&Tags.member.2.Value=dev");
    }

    @Test
    void aWebIdentityIsAskedForByAClientOfOurs(@TempDir Path directory) throws IOException {
        Path token = Files.writeString(directory.resolve("token"), "header.payload.signature");
        System.clearProperty("aws.accessKeyId");
        System.setProperty("aws.webIdentityTokenFile", token.toString());
        System.setProperty("aws.roleArn", "arn:aws:iam::123456789012:role/operator");
        endpoint.answer("AssumeRoleWithWebIdentity", 200, """
                <AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>
                <AccessKeyId>ASIAPOD</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
                <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult>
                </AssumeRoleWithWebIdentityResponse>""");
        endpoint.answer("TagResource", 200, "{}");

        try (SdkAccounts pod = new SdkAccounts(
                new ClientSettings("1.2.3", "c1", ClientSettings.Timeouts.DEFAULT, Optional.empty()),
                meters,
                () -> {})) {
            pod.of(OWN).tags().tag("arn:service", Map.of("team", "red"));
        } finally {
            System.clearProperty("aws.webIdentityTokenFile");
            System.clearProperty("aws.roleArn");
        }

        assertThat(endpoint.requests.getFirst().body())
                .contains("WebIdentityToken=header.payload.signature", "RoleArn=arn%3Aaws%3Aiam");
        assertThat(endpoint.requests.getFirst().userAgent()).endsWith("fargate-operator/1.2.3");
        assertThat(endpoint.requests.getLast().authorization()).contains("Credential=ASIAPOD/");
    }

    @Test
    void aRoleThatMayNotBeAssumedIsDeniedInTheNameOfAssumeRole() {
        endpoint.answer("AssumeRole", 403, """
                <ErrorResponse><Error><Code>AccessDenied</Code><Message>User is not authorized</Message></Error>
                </ErrorResponse>""");

        AwsException refusal = refusal(() -> accounts.of(ROLE).clusters().describe("dev"));

        assertThat(refusal.errorClass()).isEqualTo(ErrorClass.DENIED);
        assertThat(refusal.operation()).isEqualTo("sts:AssumeRole");
        assertThat(endpoint.requests).hasSize(1);
    }

    @Test
    void callsAreCountedByOutcome() {
        endpoint.answer("TagResource", 200, "{}");
        endpoint.answer("UntagResource", 400, "{\"__type\":\"ResourceNotFoundException\",\"message\":\"None\"}");

        aws.tags().tag("arn:service", Map.of("team", "red"));
        refusal(() -> aws.tags().untag("arn:service", Set.of("team")));

        assertThat(calls("TagResource", "ok")).isEqualTo(1);
        assertThat(calls("UntagResource", "missing")).isEqualTo(1);
    }

    private long calls(String operation, String outcome) {
        return meters.get("fargate.aws.calls")
                .tags("service", "ecs", "operation", operation, "outcome", outcome)
                .timer()
                .count();
    }

    private static AwsException refusal(Runnable call) {
        return catchThrowableOfType(AwsException.class, call::run);
    }
}
