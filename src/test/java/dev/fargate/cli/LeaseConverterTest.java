package dev.fargate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class LeaseConverterTest {
    @Test
    void wholeSecondsAreALease() {
        assertThat(new LeaseConverter().convert("3s")).isEqualTo(Duration.ofSeconds(3));
        assertThat(new LeaseConverter().convert("4000ms")).isEqualTo(Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2s", "500ms", "3500ms", "0s"})
    void whatALeaseCannotBeIsRefusedWithWhatItCanBe(String text) {
        assertThatThrownBy(() -> new LeaseConverter().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("at least 3s");
    }
}
