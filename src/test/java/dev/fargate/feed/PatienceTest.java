package dev.fargate.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.AwsScope;
import dev.fargate.aws.ServiceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final Patience patience = new Patience();

    @Test
    void the_first_word_of_trouble_is_followed_up_at_once_and_more_words_together_a_little_later() {
        assertThat(patience.next(ref("web"), NOW)).contains(NOW);
        assertThat(patience.next(ref("web"), NOW)).contains(NOW.plus(Patience.FIRST));
        assertThat(patience.next(ref("web"), NOW.plusSeconds(1))).isEmpty();
        assertThat(patience.next(ref("other"), NOW.plusSeconds(1))).contains(NOW.plusSeconds(1));
    }

    @Test
    void a_service_that_fails_without_end_is_looked_at_no_more_often_than_by_the_sweep() {
        List<Instant> looks = IntStream.range(0, 3600)
                .mapToObj(second -> patience.next(ref("web"), NOW.plusSeconds(second)))
                .flatMap(Optional::stream)
                .toList();

        assertThat(looks).hasSizeBetween(60, 64);
        assertThat(Duration.between(looks.get(looks.size() - 2), looks.getLast()))
                .isEqualTo(Patience.LONGEST);
    }

    @Test
    void after_a_quiet_time_it_is_as_at_first() {
        patience.next(ref("web"), NOW);
        patience.next(ref("web"), NOW);
        Instant later = NOW.plus(Patience.FIRST.multipliedBy(3)).plus(Patience.LONGEST);

        assertThat(patience.next(ref("web"), later)).contains(later);
        assertThat(patience.next(ref("web"), later)).contains(later.plus(Patience.FIRST));
    }

    private static ServiceRef ref(String service) {
        return new ServiceRef(
                new AwsScope("main", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN),
                "cluster",
                service,
                "shop/" + service);
    }
}
