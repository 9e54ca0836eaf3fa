package dev.fargate.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IamPolicyTest {
    private static final Pattern CALL = Pattern.compile(
            "\"((?:application-autoscaling|cloudwatch|ecs|ec2|ecr|eks|events|iam|logs|scheduler|sqs|ssm|sts|elasticfilesystem|elasticloadbalancing|secretsmanager):[A-Z][A-Za-z]+)\"");

    @Test
    void the_policy_allows_the_calls_that_the_code_makes_and_no_other() {
        assertThat(Policy.allowed()).isEqualTo(Policy.neededBy(ProductCode.all(CALL, "aws/sdk")));
    }
}
