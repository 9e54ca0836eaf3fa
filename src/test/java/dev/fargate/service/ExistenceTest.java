package dev.fargate.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.Look;
import dev.fargate.taskdefinition.OwnRevisions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExistenceTest {
    private static final Instant CREATED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Existence EXISTENCE = new Existence(Duration.ofSeconds(15), Duration.ofSeconds(60));

    private final Memory nothing = Memory.of(null);
    private final Memory registered = nothing.withRevisions(OwnRevisions.NONE.current("arn:1", "v1-a"));
    private final Memory created = registered.withService(Optional.of("arn:service"), CREATED.toString());

    @Test
    void aServiceOnRecordIsMissedTwiceSomeTimeApart() {
        Instant later = CREATED.plusSeconds(600);

        assertThat(EXISTENCE.believed(created, missing(later, 0))).isFalse();
        assertThat(EXISTENCE.believed(created, missing(later, 14))).isFalse();
        assertThat(EXISTENCE.believed(created, missing(later, 15))).isTrue();
    }

    @Test
    void aServiceIsNotMissedSoonAfterItsCreation() {
        assertThat(EXISTENCE.believed(created, missing(CREATED.plusSeconds(1), 30)))
                .isFalse();
        assertThat(EXISTENCE.believed(created, missing(CREATED.plusSeconds(1), 59)))
                .isTrue();
    }

    @Test
    void aServiceThatWasNeverTriedIsGoneAtOnce() {
        assertThat(EXISTENCE.gone(nothing, missing(CREATED, 0))).isTrue();
    }

    @Test
    void aServiceWhoseCreationMayHaveBeenLostIsGoneOnlyWhenItWouldBeVisible() {
        assertThat(EXISTENCE.gone(registered, missing(CREATED, 59))).isFalse();
        assertThat(EXISTENCE.gone(registered, missing(CREATED, 60))).isTrue();
        assertThat(EXISTENCE.nextLookIfGone(registered, missing(CREATED, 0))).isEqualTo(CREATED.plusSeconds(60));
    }

    private static Look.Missing missing(Instant since, int seconds) {
        return new Look.Missing(since, since.plusSeconds(seconds));
    }
}
