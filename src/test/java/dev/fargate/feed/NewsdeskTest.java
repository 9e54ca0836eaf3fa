package dev.fargate.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.AnnouncedServices;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Look;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.ServiceWatch;
import dev.fargate.feed.Announcement.About;
import dev.fargate.feed.Announcement.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;

class NewsdeskTest {
    private static final String CLUSTER = "arn:aws:ecs:eu-west-1:123456789012:cluster/main";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ServiceRef WEB = new ServiceRef(
            new AwsScope("main", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN),
            CLUSTER,
            "shop_web",
            "shop/web");

    private final Watch watch = new Watch();
    private final List<String> stopped = new ArrayList<>();
    private final Newsdesk news = new Newsdesk(watch, watch, stopped::add, NobodyRuns.DESK);

    @Test
    void a_service_of_which_nothing_was_seen_yet_is_looked_at_at_once() {
        assertThat(hear(new What.Ended("ecs-svc/1"))).isEqualTo(Heard.ASKED);
        assertThat(watch.asked).containsExactly(NOW);
    }

    @Test
    void what_is_not_ours_is_not_looked_at() {
        assertThat(news.hear(CLUSTER, new About("theirs", new What.Steady(), NOW), NOW))
                .isEqualTo(Heard.UNKNOWN);
        assertThat(news.hear(CLUSTER, new Announcement.Nothing(Heard.FOREIGN), NOW))
                .isEqualTo(Heard.FOREIGN);
        assertThat(watch.asked).isEmpty();
    }

    @Test
    void a_late_or_repeated_message_tells_nothing_that_a_newer_look_does_not() {
        watch.seen = Optional.of(found(NOW, 0, "PRIMARY", "IN_PROGRESS"));

        About early = new About(
                "shop_web", new What.Trouble(), NOW.minus(Newsdesk.MARGIN).minusSeconds(1));
        About close = new About("shop_web", new What.Trouble(), NOW.minus(Newsdesk.MARGIN));

        assertThat(news.hear(CLUSTER, early, NOW)).isEqualTo(Heard.KNOWN);
        assertThat(news.hear(CLUSTER, close, NOW)).isEqualTo(Heard.ASKED);
    }

    @Test
    void our_own_deployment_is_no_news_and_somebody_elses_is() {
        watch.seen = Optional.of(found(NOW, 0, "PRIMARY", "IN_PROGRESS"));

        assertThat(hear(new What.Begun("ecs-svc/1"))).isEqualTo(Heard.KNOWN);
        assertThat(hear(new What.Begun("ecs-svc/2"))).isEqualTo(Heard.ASKED);
    }

    @Test
    void the_end_of_a_deployment_is_news_until_it_was_seen() {
        watch.seen = Optional.of(found(NOW, 0, "PRIMARY", "IN_PROGRESS"));
        assertThat(hear(new What.Ended("ecs-svc/1"))).isEqualTo(Heard.ASKED);

        watch.seen = Optional.of(found(NOW, 2, "PRIMARY", "COMPLETED"));
        assertThat(hear(new What.Ended("ecs-svc/1"))).isEqualTo(Heard.KNOWN);

        watch.seen = Optional.of(found(NOW, 0, "PRIMARY", "FAILED"));
        assertThat(hear(new What.Ended("ecs-svc/1"))).isEqualTo(Heard.KNOWN);
    }

    @Test
    void a_steady_state_is_news_to_a_service_that_was_not_seen_steady() {
        watch.seen = Optional.of(found(NOW, 2, "PRIMARY", "COMPLETED"));
        assertThat(hear(new What.Steady())).isEqualTo(Heard.KNOWN);

        watch.seen = Optional.of(found(NOW, 1, "PRIMARY", "COMPLETED"));
        assertThat(hear(new What.Steady())).isEqualTo(Heard.ASKED);

        watch.seen = Optional.of(new Look.Missing(NOW, NOW));
        assertThat(hear(new What.Steady())).isEqualTo(Heard.ASKED);

        watch.seen = Optional.of(new Look.Failed(null, NOW.plusSeconds(60)));
        assertThat(hear(new What.Steady())).isEqualTo(Heard.ASKED);
    }

    @Test
    void a_crowd_of_trouble_is_two_looks() {
        watch.seen = Optional.of(found(NOW, 2, "PRIMARY", "COMPLETED"));
        for (int i = 0; i < 1_000; i++) {
            hear(new What.Trouble());
        }
        assertThat(watch.asked).containsExactly(NOW, NOW.plus(Patience.FIRST));
    }

    @Test
    void the_owner_hears_of_a_task_that_stopped_even_if_its_service_is_looked_at_later() {
        hear(new What.Trouble());
        assertThat(stopped).isEmpty();

        hear(new What.TaskStopped());
        assertThat(stopped).containsExactly("shop/web");
        assertThat(watch.asked).containsExactly(NOW, NOW.plus(Patience.FIRST));
    }

    private Heard hear(What what) {
        return news.hear(CLUSTER, new About("shop_web", what, NOW), NOW);
    }

    private static Look found(Instant at, int running, String status, String rollout) {
        return new Look.Found(
                Service.builder()
                        .serviceName("shop_web")
                        .desiredCount(2)
                        .runningCount(running)
                        .deployments(Deployment.builder()
                                .id("ecs-svc/1")
                                .status(status)
                                .rolloutState(rollout)
                                .build())
                        .build(),
                at);
    }

    private static final class Watch implements ServiceWatch, AnnouncedServices {
        private final List<Instant> asked = new ArrayList<>();
        private Optional<Look> seen = Optional.empty();

        @Override
        public Optional<Look> latest(ServiceRef ref) {
            return seen;
        }

        @Override
        public void ask(ServiceRef ref, Instant at) {
            asked.add(at);
        }

        @Override
        public void writing(ServiceRef ref) {}

        @Override
        public void wrote(ServiceRef ref, Service reply) {}

        @Override
        public void forget(ServiceRef ref) {}

        @Override
        public boolean isAnnounced(ServiceRef ref) {
            return true;
        }

        @Override
        public void announce(String clusterArn, boolean announces) {}

        @Override
        public Optional<ServiceRef> find(String clusterArn, String service) {
            return Optional.of(WEB)
                    .filter(ref ->
                            ref.clusterArn().equals(clusterArn) && ref.service().equals(service));
        }
    }
}
