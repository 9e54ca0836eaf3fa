package dev.fargate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedStringsTest {
    private final ObjectMapper mapper =
            new ObjectMapper().registerModule(new SimpleModule().addDeserializer(String.class, new SharedStrings()));

    @Test
    void equalStringsOfTwoDocumentsAreOneObject() throws Exception {
        Map<String, List<String>> one = read("{\"reasons\": [\"RolloutCompleted\", null]}");
        Map<String, List<String>> other = read("{\"reasons\": [\"RolloutCompleted\", \"\"]}");

        assertThat(one.get("reasons")).containsExactly("RolloutCompleted", null);
        assertThat(other.get("reasons")).containsExactly("RolloutCompleted", "");
        assertThat(other.get("reasons").getFirst()).isSameAs(one.get("reasons").getFirst());
    }

    @Test
    void noStringIsTakenForAnother() throws Exception {
        List<String> many =
                IntStream.range(0, 5_000).mapToObj(i -> "uid-" + i % 3_000).toList();

        assertThat(read(mapper.writeValueAsString(Map.of("all", many))).get("all"))
                .isEqualTo(many);
    }

    private Map<String, List<String>> read(String json) throws Exception {
        return mapper.readValue(json, new TypeReference<>() {});
    }
}
