package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Identity;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In whose name calls are made. */
class CredentialsTest {
    private static final AwsScope ROLE = new AwsScope(
            "dev",
            "eu-west-1",
            Optional.of("arn:aws:iam::210987654321:role/fargate"),
            new AwsScope.Session(Optional.of("secret-handshake"), false));

    @AutoClose
    private final AnsweringAws aws = new AnsweringAws();

    @Test
    void aRoleIsAssumedOnceUnderTheNameOfTheEnvironment() {
        aws.endpoint().answer("AssumeRole", 200, """
                <AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId>
                <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
                <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>""");
        aws.endpoint().answer("GetCallerIdentity", 200, """
                <GetCallerIdentityResponse><GetCallerIdentityResult>
                <Arn>arn:aws-cn:sts::210987654321:assumed-role/fargate/s</Arn>
                <Account>210987654321</Account></GetCallerIdentityResult></GetCallerIdentityResponse>""");

        Identity.Caller caller = aws.accounts().of(ROLE).identity().caller();
        aws.accounts().of(ROLE).identity().caller();

        assertThat(caller).isEqualTo(new Identity.Caller("210987654321", "aws-cn"));
        assertThat(aws.endpoint().requests)
                .extracting(AwsEndpoint.Request::operation)
                .containsExactly("AssumeRole", "GetCallerIdentity", "GetCallerIdentity");
        assertThat(aws.endpoint().requests.getFirst().body())
                .contains("RoleSessionName=fargate-operator-dev", "ExternalId=secret-handshake")
                .doesNotContain("Tags");
        assertThat(aws.endpoint().requests.get(1).authorization()).contains("Credential=ASIAROLE/");
    }

    @Test
    void theSessionsOfARoleAreTaggedWhereTheEnvironmentAsksForIt() {
        aws.endpoint().answer("AssumeRole", 200, """
                <AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId>
                <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
                <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>""");
        aws.endpoint().answer("GetCallerIdentity", 200, """
                <GetCallerIdentityResponse><GetCallerIdentityResult>
                <Arn>arn:aws:sts::210987654321:assumed-role/fargate/s</Arn>
                <Account>210987654321</Account></GetCallerIdentityResult></GetCallerIdentityResponse>""");
        AwsScope tagged = new AwsScope(
                ROLE.environment(), ROLE.region(), ROLE.roleArn(), new AwsScope.Session(Optional.empty(), true));

        aws.accounts().of(tagged).identity().caller();

        assertThat(URLDecoder.decode(aws.endpoint().requests.getFirst().body(), StandardCharsets.UTF_8))
                .contains("Tags.member.1.Key=fargate.dev/cluster&Tags.member.1.Value=c1")
                .contains("Tags.member.2.Key=fargate.dev/environment&Tags.member.2.Value=dev");
    }

    @Test
    void aWebIdentityIsAskedForByAClientOfOurs(@TempDir Path directory) throws IOException {
        Path token = Files.writeString(directory.resolve("token"), "header.payload.signature");
        System.clearProperty("aws.accessKeyId");
        System.setProperty("aws.webIdentityTokenFile", token.toString());
        System.setProperty("aws.roleArn", "arn:aws:iam::123456789012:role/operator");
        aws.endpoint().answer("AssumeRoleWithWebIdentity", 200, """
                <AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>
                <AccessKeyId>ASIAPOD</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
                <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult>
                </AssumeRoleWithWebIdentityResponse>""");
        aws.endpoint().answer("TagResource", 200, "{}");

        try (SdkAccounts pod = new SdkAccounts(AnsweringAws.SETTINGS, aws.meters(), () -> {})) {
            pod.of(AnsweringAws.OWN).tags().tag("arn:service", Map.of("team", "red"));
        } finally {
            System.clearProperty("aws.webIdentityTokenFile");
            System.clearProperty("aws.roleArn");
        }

        assertThat(aws.endpoint().requests.getFirst().body())
                .contains("WebIdentityToken=header.payload.signature", "RoleArn=arn%3Aaws%3Aiam");
        assertThat(aws.endpoint().requests.getFirst().userAgent()).endsWith("fargate-operator/1.2.3");
        assertThat(aws.endpoint().requests.getLast().authorization()).contains("Credential=ASIAPOD/");
    }

    @Test
    void aRoleThatMayNotBeAssumedIsDeniedInTheNameOfAssumeRole() {
        aws.endpoint().answer("AssumeRole", 403, """
                <ErrorResponse><Error><Code>AccessDenied</Code><Message>User is not authorized</Message></Error>
                </ErrorResponse>""");

        AwsException refusal =
                AnsweringAws.refusal(() -> aws.accounts().of(ROLE).clusters().describe("dev"));

        assertThat(refusal.errorClass()).isEqualTo(ErrorClass.DENIED);
        assertThat(refusal.operation()).isEqualTo("sts:AssumeRole");
        assertThat(aws.endpoint().requests).hasSize(1);
    }
}
