package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.SecurityGroups;
import dev.fargate.aws.SecurityGroups.Opening;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class Ec2SecurityGroupsTest {
    private static final String REFUSAL = """
            <Response><Errors><Error><Code>%s</Code><Message>No.</Message></Error></Errors><RequestID>r</RequestID></Response>""";

    @AutoClose
    private final AnsweringAws aws = new AnsweringAws();

    @Test
    void whatIsOpenedByAPrefixListIsSeen() {
        aws.endpoint().answer("DescribeSecurityGroups", 200, """
                <DescribeSecurityGroupsResponse><securityGroupInfo><item><groupId>sg-1</groupId><ipPermissions><item>
                <ipProtocol>tcp</ipProtocol><fromPort>443</fromPort><toPort>443</toPort>
                <prefixListIds><item><prefixListId>pl-1</prefixListId></item></prefixListIds>
                </item></ipPermissions></item></securityGroupInfo></DescribeSecurityGroupsResponse>""");

        assertThat(groups().named("vpc-1", "web")).hasValueSatisfying(group -> assertThat(group.openings())
                .containsExactly(new Opening("tcp", 443, 443, "pl-1")));
    }

    @Test
    void whatIsOpenOrClosedAlreadyIsDone() {
        aws.endpoint().answer("AuthorizeSecurityGroupIngress", 400, REFUSAL.formatted("InvalidPermission.Duplicate"));
        aws.endpoint().answer("RevokeSecurityGroupIngress", 400, REFUSAL.formatted("InvalidPermission.NotFound"));
        Set<Opening> two = Set.of(Opening.tcp(80, "10.0.0.0/8"), Opening.tcp(443, "10.0.0.0/8"));

        groups().open("sg-1", two);
        groups().close("sg-1", two);

        // The two together, and each by itself.
        assertThat(calls("AuthorizeSecurityGroupIngress")).isEqualTo(3);
        assertThat(calls("RevokeSecurityGroupIngress")).isEqualTo(3);
    }

    private long calls(String operation) {
        return aws.endpoint().requests.stream()
                .filter(request -> request.operation().equals(operation))
                .count();
    }

    private SecurityGroups groups() {
        return aws.own().securityGroups();
    }
}
