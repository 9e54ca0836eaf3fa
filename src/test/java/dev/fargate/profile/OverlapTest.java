package dev.fargate.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.Profiles.Selector;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlapTest {
    @ParameterizedTest
    @CsvSource({
        "shop,     shop,     true",
        "shop,     shops,    false",
        "shop*,    shops,    true",
        "*,        anything, true",
        "*,        *,        true",
        "a*c,      ab*,      true",
        "a*c,      b*,       false",
        "sho?,     shop,     true",
        "sho?,     sho,      false",
        "?,        ??,       false",
        "*-prod,   team-*,   true",
        "*-prod,   *-test,   false",
        "a?c,      *b*,      true",
        "a?c,      *bb*,     false",
        "shop*,    shop,     true",
    })
    void patterns_meet_when_some_text_matches_both(String one, String other, boolean meet) {
        assertThat(Overlap.meet(one, other)).isEqualTo(meet);
        assertThat(Overlap.meet(other, one)).isEqualTo(meet);
    }

    @Test
    void labels_keep_selectors_apart_only_where_they_contradict_each_other() {
        Selector all = new Selector("shop", Map.of());
        Selector web = new Selector("shop", Map.of("app", "web"));
        Selector batch = new Selector("shop", Map.of("app", "batch"));
        Selector blue = new Selector("sh*", Map.of("colour", "blue"));

        assertThat(Overlap.of(all, web)).isTrue();
        assertThat(Overlap.of(web, all)).isTrue();
        assertThat(Overlap.of(web, batch)).isFalse();
        assertThat(Overlap.of(web, blue)).isTrue();
    }
}
