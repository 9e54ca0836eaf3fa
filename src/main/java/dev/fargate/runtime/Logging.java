package dev.fargate.runtime;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashCommonFieldNames;
import net.logstash.logback.fieldnames.LogstashFieldNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is logged, and how. Logback finds it as a service: reading the same from XML takes 500 classes and a tenth of the start. */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class Logging extends ContextAwareBase implements Configurator {
    /** For the operator's own words; its libraries speak only of what goes wrong. */
    static final String OPERATOR = "dev.fargate";

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{0} %msg%subject %kvp%n%ex{short}";
    private static final String CONSOLE = "console";
    private static final String LEVEL = "FARGATE_LOG_LEVEL";
    private static final String LEVEL_FILE = "FARGATE_LOG_LEVEL_FILE";
    private static final String FORMAT = "FARGATE_LOG_FORMAT";
    private static final Duration LOOK = Duration.ofSeconds(5);

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        context.getStatusManager().add(new NopStatusListener());
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console(context));
        context.getLogger(OPERATOR).setLevel(Level.toLevel(System.getenv(LEVEL), Level.INFO));
        // Says at each start that v1alpha1 is unstable.
        context.getLogger("io.fabric8.kubernetes.client.dsl.internal.VersionUsageUtils")
                .setLevel(Level.ERROR);
        // Of a connection that the API server has closed it says, with a stack trace, that it cannot be closed.
        context.getLogger("io.fabric8.kubernetes.client.jdkhttp.JdkWebSocketImpl")
                .setLevel(Level.ERROR);
        // Two meters of Java Operator SDK share a name with different tags; the registry keeps the first.
        context.getLogger("io.micrometer.prometheusmetrics.PrometheusMeterRegistry")
                .setLevel(Level.ERROR);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** For a command whose output is for a program to read. */
    public static void toStandardError() {
        ch.qos.logback.classic.Logger root =
                (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) root.getAppender(CONSOLE);
        console.stop();
        console.setTarget("System.err");
        console.start();
    }

    /** Follows the file that tells the level, if one is named; to be closed. */
    static Rounds level() {
        Runnable look = Optional.ofNullable(System.getenv(LEVEL_FILE))
                .filter(file -> !file.isBlank())
                .<Runnable>map(file ->
                        new LogLevel(Path.of(file), (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(OPERATOR)))
                .orElse(() -> {});
        look.run();
        return new Rounds("log-level", LOOK, look);
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context) {
        Encoder<ILoggingEvent> encoder = "json".equalsIgnoreCase(System.getenv(FORMAT)) ? json(context) : text(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName(CONSOLE);
        console.setEncoder(encoder);
        console.start();
        return console;
    }

    static Encoder<ILoggingEvent> text(LoggerContext context) {
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(PATTERN);
        layout.getInstanceConverterMap().put("subject", Subject::new);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        return encoder;
    }

    /** An object in each line; what a line is about and its key-values are fields. */
    static Encoder<ILoggingEvent> json(LoggerContext context) {
        LogstashFieldNames names = new LogstashFieldNames();
        names.setTimestamp("time");
        names.setLogger("logger");
        names.setThread(LogstashCommonFieldNames.IGNORE_FIELD_INDICATOR);
        names.setVersion(LogstashCommonFieldNames.IGNORE_FIELD_INDICATOR);
        names.setLevelValue(LogstashCommonFieldNames.IGNORE_FIELD_INDICATOR);
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setContext(context);
        encoder.setFieldNames(names);
        encoder.setTimeZone("UTC");
        encoder.setShortenedLoggerNameLength(1);
        LogSubject.KEYS.forEach(encoder::addIncludeMdcKeyName);
        return encoder;
    }

    /** {@code %subject} of the pattern. */
    private static final class Subject extends ClassicConverter {
        @Override
        public String convert(ILoggingEvent event) {
            return LogSubject.text(event.getMDCPropertyMap());
        }
    }
}
