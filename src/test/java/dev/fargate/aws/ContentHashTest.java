package dev.fargate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/** The vectors are frozen: a change of any of them would roll every service of every user. */
class ContentHashTest {
    private static final RegisterTaskDefinitionRequest REQUEST = RegisterTaskDefinitionRequest.builder()
            .family("shop_web")
            .cpu("256")
            .memory("512")
            .containerDefinitions(ContainerDefinition.builder()
                    .name("web")
                    .image("shop/web:1")
                    .essential(true)
                    .command("say", "\"hello\" \\ world\n")
                    .environment(KeyValuePair.builder().name("EMPTY").value("").build())
                    .dockerLabels(Map.of("b", "2", "a", "1"))
                    .build())
            .build();

    @Test
    void the_scheme_never_changes_by_accident() {
        assertThat(ContentHash.of(REQUEST)).isEqualTo("v1-81d776a73a0e4f718ee6b95e7c8ba441");
        assertThat(ContentHash.of(RegisterTaskDefinitionRequest.builder().build()))
                .isEqualTo("v1-44136fa355b3678a1146ad16f7e8649e");
    }

    @Test
    void the_text_that_is_hashed_has_sorted_keys_and_nothing_empty() {
        assertThat(CanonicalJson.of(REQUEST)).isEqualTo("""
                        {"containerDefinitions":[{"command":["say","\\"hello\\" \\\\ world
                        ",],"dockerLabels":{"a":"1","b":"2",},"environment":[{"name":"EMPTY","value":"",},],"essential":true,\
                        "image":"shop/web:1","name":"web",},],"cpu":"256","family":"shop_web","memory":"512",}""");
    }

    @Test
    void tags_and_empty_lists_are_no_content() {
        RegisterTaskDefinitionRequest same = REQUEST.toBuilder()
                .tags(tag -> tag.key("team").value("shop"))
                .volumes(List.of())
                .build();

        assertThat(ContentHash.of(same)).isEqualTo(ContentHash.of(REQUEST));
    }

    @Test
    void maps_have_no_order_but_lists_have() {
        ContainerDefinition container = REQUEST.containerDefinitions().getFirst();
        RegisterTaskDefinitionRequest otherMap = REQUEST.toBuilder()
                .containerDefinitions(
                        container.copy(copy -> copy.dockerLabels(new TreeMap<>(Map.of("a", "1", "b", "2")))))
                .build();
        RegisterTaskDefinitionRequest otherCommand = REQUEST.toBuilder()
                .containerDefinitions(container.copy(copy -> copy.command("\"hello\" \\ world\n", "say")))
                .build();

        assertThat(ContentHash.of(otherMap)).isEqualTo(ContentHash.of(REQUEST));
        assertThat(ContentHash.of(otherCommand)).isNotEqualTo(ContentHash.of(REQUEST));
    }

    @Test
    void tokens_are_short_enough_and_legal_everywhere() {
        assertThat(Digest.token("anything")).matches("[0-9a-v]{26}").isEqualTo(Digest.token("anything"));
    }
}
