package dev.fargate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleBoundsTest {
    private static final Identity.Caller ACCOUNT = new Identity.Caller("123456789012", "aws-cn");

    @Test
    void rolesAndTheirBoundaryAreOfTheAccount() {
        RoleBounds bounds = new RoleBounds("/fargate/schedules/", Optional.of("/fargate/schedules"));

        assertThat(bounds.roleArn(ACCOUNT, "r")).isEqualTo("arn:aws-cn:iam::123456789012:role/fargate/schedules/r");
        assertThat(bounds.boundaryArn(ACCOUNT)).contains("arn:aws-cn:iam::123456789012:policy/fargate/schedules");
    }

    @Test
    void theRootIsAPathAndNoBoundaryIsNone() {
        RoleBounds bounds = new RoleBounds("/", Optional.empty());

        assertThat(bounds.roleArn(ACCOUNT, "r")).isEqualTo("arn:aws-cn:iam::123456789012:role/r");
        assertThat(bounds.boundaryArn(ACCOUNT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fargate/, /p, fargate/", "/fargate, /p, /fargate", "/, p, p", "/, /p/, /p/"})
    void whatIsNoPathAndNoPolicyIsRefusedInWords(String path, String policy, String named) {
        assertThatThrownBy(() -> new RoleBounds(path, Optional.of(policy)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + named + "' is no p");
    }
}
