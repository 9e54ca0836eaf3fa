package dev.fargate.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** A server process of the tests' own on 127.0.0.1. It is killed on close, and when the tests' process ends. */
public final class LoopbackProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Path LOGS = Path.of("target", "it-logs");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final Process process;
    private final Path log;
    private final Thread atExit;

    private LoopbackProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts the command and returns when the address answers with status 200. */
    static LoopbackProcess start(String name, List<String> command, URI readiness) {
        return start(name, command, Map.of(), readiness);
    }

    /** The same with variables added to the environment. */
    public static LoopbackProcess start(
            String name, List<String> command, Map<String, String> environment, URI readiness) {
        LoopbackProcess started = launch(name, readiness.getPort(), command, environment);
        started.await("to answer at " + readiness, () -> answers(readiness));
        return started;
    }

    /** Starts the command and returns at once. */
    public static LoopbackProcess launch(String name, int port, List<String> command, Map<String, String> environment) {
        try {
            Path log = Files.createDirectories(LOGS).resolve(name + "-" + port + ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return new LoopbackProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), e);
        }
    }

    /** Waits until something is so that only a running process brings about. */
    public void await(String what, Callable<Boolean> condition) {
        Awaitility.await(name + " " + what + ", see " + log)
                .atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .failFast(name + " has ended, see " + log, (Callable<Boolean>) () -> !process.isAlive())
                .until(condition);
    }

    private static boolean answers(URI address) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A port that is free now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** The file with everything it prints. */
    public Path log() {
        return log;
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Lets it stand still: SIGSTOP. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets it go on where it was: SIGCONT. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            Process kill = new ProcessBuilder("bash", "-c", "kill -%s %d".formatted(signal, pid())).start();
            if (kill.onExit().join().exitValue() != 0) {
                throw new IllegalStateException(name + " does not take SIG" + signal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, as Kubernetes does with SIGTERM, and waits until it has. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
