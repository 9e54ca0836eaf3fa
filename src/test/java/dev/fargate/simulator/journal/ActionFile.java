package dev.fargate.simulator.journal;

import dev.fargate.simulator.wire.AwsCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The actions that callers of one user agent have ever called, one in each line of a file: written at the first call of each, so that
 * neither a reset nor a kill loses any.
 *
 * @param agent is in the user agent of the callers that count
 */
record ActionFile(Optional<Path> file, String agent, Set<String> known) {

    /** Keeps nothing where no file is named. */
    static ActionFile of(Optional<Path> file, String agent) {
        return new ActionFile(file, agent, ConcurrentHashMap.newKeySet());
    }

    void note(AwsCall call) {
        file.filter(_ -> call.request().header("User-Agent").contains(agent))
                .filter(_ -> known.add(call.action()))
                .ifPresent(place -> append(place, call.action() + "\n"));
    }

    private static synchronized void append(Path file, String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
