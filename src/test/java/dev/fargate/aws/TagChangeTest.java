package dev.fargate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TagChangeTest {
    private static final Map<String, String> DECLARED = Map.of("stage", "production", "team", "shop");

    @Test
    void what_is_missing_or_other_is_put_and_what_is_declared_no_more_goes() {
        Map<String, String> live = Map.of("stage", "staging", "team", "shop", "owner", "ann", "cost", "42");

        assertThat(TagChange.between(live, DECLARED, List.of("stage", "owner", "gone")))
                .isEqualTo(new TagChange(Map.of("stage", "production"), Set.of("owner")));
    }

    @Test
    void tags_that_are_there_beside_those_of_others_need_no_change() {
        Map<String, String> live = Map.of("stage", "production", "team", "shop", "cost", "42");

        assertThat(TagChange.between(live, DECLARED, List.of("stage")).isEmpty())
                .isTrue();
    }

    @Test
    void where_the_tags_are_not_known_all_are_put() {
        assertThat(TagChange.blindly(DECLARED, List.of("stage", "owner")))
                .isEqualTo(new TagChange(DECLARED, Set.of("owner")));
    }
}
