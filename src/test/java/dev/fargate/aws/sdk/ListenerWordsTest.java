package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.LoadBalancers.Action;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;

class ListenerWordsTest {
    private static final Action WITHOUT_QUERY = new Action(
            "redirect",
            Map.of(
                    "protocol", "HTTPS",
                    "port", "443",
                    "host", "#{host}",
                    "path", "/#{path}",
                    "query", "",
                    "statusCode", "HTTP_301"));

    @Test
    void aRedirectThatDropsTheQueryIsReadAsItWasWritten() {
        assertThat(read(ListenerWords.action(WITHOUT_QUERY))).isEqualTo(WITHOUT_QUERY);
    }

    @Test
    void aReplyWithoutTheEmptyQueryMeansTheSame() {
        assertThat(read(ListenerWords.action(WITHOUT_QUERY)
                        .copy(action -> action.redirectConfig(
                                action.build().redirectConfig().copy(redirect -> redirect.query(null))))))
                .isEqualTo(WITHOUT_QUERY);
    }

    private static Action read(software.amazon.awssdk.services.elasticloadbalancingv2.model.Action action) {
        return ListenerWords.content(Listener.builder()
                        .port(80)
                        .protocol("HTTP")
                        .defaultActions(action)
                        .build())
                .action();
    }
}
