package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "- | -",
                "Essential container in task exited | Essential container in task exited",
                "caused: exec: \"serve --token=s3cret\": executable file not found in $PATH"
                        + " | caused: exec: \"(command)\": executable file not found in $PATH",
                "caused: exec: \"/bin/sh -c\": stat /bin/sh -c: no such file or directory"
                        + " | caused: exec: \"(command)\": stat (command): no such file or directory",
                "caused \"exec: \\\"mms.sh\\\": executable file not found\""
                        + " | caused \"exec: \\\"(command)\\\": executable file not found\"",
                "exec: \"a-long-command-that-is-cu | exec: \"(command)",
            })
    void a_command_is_told_nowhere(String words, String hidden) {
        assertThat(CommandWords.hidden(words)).isEqualTo(hidden);
    }
}
