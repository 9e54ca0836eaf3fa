package dev.fargate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentsTest {

    @Test
    void order_and_lists_of_one_do_not_matter() {
        assertThat(Documents.same("""
                {"a": ["x", "y"], "b": {"c": "z", "d": 1}}""", """
                {"b": {"d": 1, "c": ["z"]}, "a": ["y", "x"]}""")).isTrue();
    }

    @Test
    void anything_else_does() {
        assertThat(Documents.same("{\"a\": [\"x\"]}", "{\"a\": [\"x\", \"y\"]}"))
                .isFalse();
        assertThat(Documents.same("{\"a\": \"x\"}", "{\"b\": \"x\"}")).isFalse();
        assertThat(Documents.same("{\"a\": \"1\"}", "{\"a\": 1}")).isFalse();
        assertThat(Documents.same("{}", "no JSON")).isFalse();
        assertThat(Documents.same("{}", null)).isFalse();
    }
}
