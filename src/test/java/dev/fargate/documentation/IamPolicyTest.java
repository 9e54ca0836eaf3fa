package dev.fargate.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IamPolicyTest {
    private static final Pattern CALL = Pattern.compile(
            "\"((?:cloudwatch|ecs|ec2|ecr|eks|events|iam|logs|scheduler|sqs|ssm|sts|elasticfilesystem|elasticloadbalancing|secretsmanager):[A-Z][A-Za-z]+)\"");

    /** IAM's quota for the policies in a role, in characters that are not white; a managed policy may have 6,144. */
    private static final int LONGEST = 10_240;

    @Test
    void the_policy_is_one_that_IAM_takes_for_a_role() {
        assertThat(ProductCode.text(Path.of("operator/iam-policy.json")).replaceAll("\\s", ""))
                .hasSizeLessThan(LONGEST);
    }

    @Test
    void the_policy_allows_the_calls_that_the_code_makes_and_no_other() {
        assertThat(Policy.allowed()).isEqualTo(Policy.neededBy(ProductCode.all(CALL, "aws/sdk")));
    }
}
