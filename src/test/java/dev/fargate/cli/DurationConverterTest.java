package dev.fargate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "15s, PT15S", "10m, PT10M", "1h, PT1H", "0s, PT0S"})
    void durations_are_written_as_Kubernetes_tools_write_them(String text, Duration duration) {
        assertThat(new DurationConverter().convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "s", "-1s", "1.5s", "1d", "1m30s", " 1s", "PT1S"})
    void anything_else_is_refused_with_an_example(String text) {
        assertThatThrownBy(() -> new DurationConverter().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("write for example 500ms, 15s, 10m or 1h");
    }
}
