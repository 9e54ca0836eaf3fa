package dev.fargate.aws.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.ErrorClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ErrorClassifierTest {

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvFileSource(resources = "/dev/fargate/aws/errors/refusals.csv", delimiter = '|', numLinesToSkip = 1)
    void aRefusalOfAwsHasTheClassThatSaysWhatToDo(ErrorClass expected, int status, String code, String message) {
        ErrorClass found = ErrorClassifier.of(status, code == null ? "" : code, message == null ? "" : message);

        assertThat(found).isEqualTo(expected);
    }
}
