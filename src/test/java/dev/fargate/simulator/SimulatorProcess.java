package dev.fargate.simulator;

import static java.util.Map.entry;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A simulator of the tests' own, with a moto behind it.
 *
 * <pre>{@code
 * try (SimulatorProcess aws = SimulatorProcess.start("--clock", "virtual")) {
 *     aws.control().advance(Duration.ofMinutes(1));
 * }
 * }</pre>
 */
public final class SimulatorProcess implements AutoCloseable {
    /** A file for each simulator, with the actions that operators called there. */
    public static final Path ACTIONS = Path.of("target", "it-actions");

    private static final String REGION = "eu-west-1";

    private final MotoProcess moto;
    private final LoopbackProcess process;
    private final URI endpoint;

    private SimulatorProcess(MotoProcess moto, LoopbackProcess process, URI endpoint) {
        this.moto = moto;
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Starts moto and the simulator with these options of {@link Simulator}, and waits until both answer. */
    public static SimulatorProcess start(String... options) {
        MotoProcess moto = MotoProcess.start();
        int port = LoopbackProcess.freePort();
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Simulator.class.getName(),
                "--port",
                String.valueOf(port),
                "--upstream",
                moto.endpoint().toString(),
                "--botocore-data",
                LocalTools.provided().botocoreData(),
                "--region",
                REGION,
                "--actions",
                ACTIONS.resolve(port + ".txt").toString(),
                "--actions-of",
                "fargate-operator/"));
        command.addAll(List.of(options));
        return new SimulatorProcess(
                moto, LoopbackProcess.start("simulator", command, endpoint.resolve("/_simulator/health")), endpoint);
    }

    /** What AWS clients take for AWS. */
    public URI endpoint() {
        return endpoint;
    }

    /** A client of the control API. */
    public SimulatorClient control() {
        return new SimulatorClient(endpoint);
    }

    /** The environment with which the AWS CLI and every SDK talk to this simulator. */
    public Map<String, String> environment() {
        return Map.ofEntries(
                entry("AWS_ENDPOINT_URL", endpoint.toString()),
                entry("AWS_REGION", REGION),
                entry("AWS_DEFAULT_REGION", REGION),
                entry("AWS_ACCESS_KEY_ID", "simulated"),
                entry("AWS_SECRET_ACCESS_KEY", "simulated"),
                entry("AWS_EC2_METADATA_DISABLED", "true"));
    }

    @Override
    public void close() {
        process.close();
        moto.close();
    }
}
