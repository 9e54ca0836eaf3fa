package dev.fargate.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.fargate.runtime.Logging;

/** Tests, and what they start on their own classpath, log as the operator does, but only what goes wrong. */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class QuietLogging extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        ExecutionStatus status = new Logging().configure(context);
        context.getLogger("dev.fargate").setLevel(Level.WARN);
        return status;
    }
}
