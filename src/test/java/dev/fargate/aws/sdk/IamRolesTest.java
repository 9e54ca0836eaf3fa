package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.Roles;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class IamRolesTest {
    private static final String ROLE = """
            <RoleName>r</RoleName><Path>/fargate/</Path><RoleId>A</RoleId><Arn>arn:aws:iam::1:role/fargate/r</Arn>""";

    @AutoClose
    private final AnsweringAws aws = new AnsweringAws();

    @Test
    void aRoleHasItsTags() {
        aws.endpoint().answer("GetRole", 200, """
                <GetRoleResponse><GetRoleResult><Role>%s
                <AssumeRolePolicyDocument>%%7B%%22a%%22%%3A%%201%%7D</AssumeRolePolicyDocument>
                <Tags><member><Key>team</Key><Value>red</Value></member></Tags></Role></GetRoleResult></GetRoleResponse>""".formatted(ROLE));

        assertThat(aws.own().roles().describe("r"))
                .contains(new Roles.Role("arn:aws:iam::1:role/fargate/r", "{\"a\": 1}", Map.of("team", "red")));
    }

    @Test
    void aRoleThatDoesNotExistIsEmpty() {
        aws.endpoint().answer("GetRole", 404, """
                <ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code>
                <Message>The role with name r cannot be found.</Message></Error></ErrorResponse>""");

        assertThat(aws.own().roles().describe("r")).isEmpty();
    }

    @Test
    void aPolicyIsDecodedAndAPlusInItStays() {
        aws.endpoint().answer("GetRolePolicy", 200, """
                <GetRolePolicyResponse><GetRolePolicyResult><RoleName>r</RoleName><PolicyName>p</PolicyName>
                <PolicyDocument>%7B%22a%22%3A%20%22b+c%22%7D</PolicyDocument></GetRolePolicyResult></GetRolePolicyResponse>""");

        assertThat(aws.own().roles().policy("r", "p")).contains("{\"a\": \"b+c\"}");
    }

    @Test
    void aRoleIsMadeUnderItsPathWithItsBoundary() {
        aws.endpoint()
                .answer(
                        "CreateRole",
                        200,
                        "<CreateRoleResponse><CreateRoleResult><Role>%s</Role></CreateRoleResult></CreateRoleResponse>"
                                .formatted(ROLE));

        assertThat(aws.own()
                        .roles()
                        .create(new Roles.NewRole(
                                "r",
                                "/fargate/",
                                "runs shop/nightly",
                                "{}",
                                Optional.of("arn:aws:iam::1:policy/bound"),
                                Map.of("team", "red"))))
                .isEqualTo("arn:aws:iam::1:role/fargate/r");

        assertThat(URLDecoder.decode(aws.endpoint().requests.getLast().body(), StandardCharsets.UTF_8))
                .contains("RoleName=r", "Path=/fargate/", "PermissionsBoundary=arn:aws:iam::1:policy/bound")
                .contains("Tags.member.1.Key=team", "Tags.member.1.Value=red");
    }
}
