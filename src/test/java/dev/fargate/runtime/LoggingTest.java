package dev.fargate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.api.FargateService;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

class LoggingTest {
    private static final FargateService SERVICE = Serialization.unmarshal("""
            apiVersion: fargate.dev/v1alpha1
            kind: FargateService
            metadata: {name: web, namespace: shop}
            spec: {environment: live}
            """, FargateService.class);

    @TempDir
    private Path directory;

    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger(Logging.OPERATOR);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        said.start();
        context.setMDCAdapter(MDC.getMDCAdapter());
        logger.addAppender(said);
        logger.setLevel(Level.INFO);
    }

    @Test
    void aLineInJsonHasWhatItIsAboutAsFields() throws JsonProcessingException {
        JsonNode line = new ObjectMapper().readTree(written(Logging.json(context)));

        assertThat(line.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "time",
                        "level",
                        "logger",
                        "message",
                        "kind",
                        "namespace",
                        "name",
                        "environment",
                        "awsRequestId",
                        "reason");
        assertThat(line.path("time").asText()).endsWith("Z");
        assertThat(line.path("environment").asText()).isEqualTo("live");
        assertThat(line.path("reason").asText()).isEqualTo("Created");
    }

    @Test
    void aLineOfTextHasTheSameBehindTheMessage() {
        assertThat(written(Logging.text(context)))
                .contains("INFO  fargate Service made kind=\"FargateService\" namespace=\"shop\" name=\"web\""
                        + " environment=\"live\" awsRequestId=\"1234\" reason=\"Created\"\n");
    }

    @Test
    void whatIsSaidAfterATurnIsAboutNothing() {
        LogSubject.of(SERVICE).close();

        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void theLevelFollowsItsFileAndAWordThatIsNoLevelIsSaidOnce() throws IOException {
        Path file = Files.writeString(directory.resolve("level"), "debug\n");
        LogLevel level = new LogLevel(file, logger);

        level.run();
        assertThat(logger.getLevel()).isEqualTo(Level.DEBUG);

        Files.writeString(file, "LOUD");
        level.run();
        level.run();
        assertThat(logger.getLevel()).isEqualTo(Level.DEBUG);

        Files.delete(file);
        level.run();
        assertThat(said.list.stream().map(ILoggingEvent::getFormattedMessage))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("Log level DEBUG"),
                        second -> assertThat(second).startsWith("'LOUD' in " + file + " is no log level"),
                        third -> assertThat(third).contains("NoSuchFileException"));
    }

    private String written(Encoder<ILoggingEvent> encoder) {
        encoder.start();
        try (LogSubject _ = LogSubject.of(SERVICE)) {
            MDC.put("awsRequestId", "1234");
            MDC.put("resource.uid", "of a library");
            logger.atInfo().addKeyValue("reason", "Created").log("Service made");
            return new String(encoder.encode(said.list.getLast()), StandardCharsets.UTF_8);
        } finally {
            MDC.clear();
        }
    }
}
