package dev.fargate.runtime;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The level of the operator's own words, as a file tells it that may change while the operator runs. The chart mounts a ConfigMap there:
 * whoever may change that may change the level, no port is open for it, and the kubelet brings a change within a minute or two.
 */
final class LogLevel implements Runnable {
    private final Path file;
    private final Logger logger;
    private String told = "";

    LogLevel(Path file, Logger logger) {
        this.file = file;
        this.logger = logger;
    }

    /** Reads it again; what cannot be read or is no level changes nothing, and is said once. */
    @Override
    public void run() {
        String words = words();
        if (words.equals(told)) {
            return;
        }
        told = words;
        Level level = Level.toLevel(words, null);
        if (level == null) {
            logger.warn(
                    "'{}' in {} is no log level: write TRACE, DEBUG, INFO, WARN or ERROR. It stays {}",
                    words,
                    file,
                    logger.getLevel());
        } else if (!level.equals(logger.getLevel())) {
            logger.setLevel(level);
            // In its own level, so that it is seen whatever that is.
            logger.atLevel(org.slf4j.event.Level.valueOf(level.toString())).log("Log level {}", level);
        }
    }

    private String words() {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
