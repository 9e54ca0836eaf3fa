package dev.fargate.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternsTest {

    @ParameterizedTest
    @CsvSource({
        "role/a,               role/a,            true",
        "role/a,               role/ab,           false",
        "role/a,               my-role/a,         false",
        "role/*,               role/,             true",
        "role/*,               role/a/b,          true",
        "*,                    '',                true",
        "*/a,                  x/a/a,             true",
        "*/a,                  x/a/b,             false",
        "a*a,                  a,                 false",
        "a*a,                  aa,                true",
        "a*b*c,                aXbYc,             true",
        "a*b*c,                acb,               false",
        "a*bc*c,               abc,               false",
        "a*bc*c,               abcc,              true",
        "a**b,                 ab,                true",
        "ab*ba,                aba,               false",
        "role/{namespace}/*,   role/shop/x,       true",
        "role/{namespace}/*,   role/shopper/x,    false",
        "role/{namespace}-*,   role/shop-x,       true",
        "role/.+,              role/xx,           false",
        "role/[ab],            role/a,            false",
        "role/?,               role/a,            false",
        "Role/a,               role/a,            false",
    })
    void a_star_is_any_text_and_all_else_is_itself(String pattern, String value, boolean matches) {
        assertThat(Patterns.anyMatches(List.of(pattern), "shop", value)).isEqualTo(matches);
    }

    @Test
    void no_pattern_allows_nothing() {
        assertThat(Patterns.anyMatches(List.of(), "shop", "anything")).isFalse();
    }

    @Test
    void a_hostile_value_takes_no_longer_than_its_length() {
        String value = "a".repeat(100_000);

        assertThat(Patterns.anyMatches(List.of("a*a*a*a*a*a*a*b"), "shop", value))
                .isFalse();
    }
}
