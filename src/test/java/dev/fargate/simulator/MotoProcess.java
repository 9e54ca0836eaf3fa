package dev.fargate.simulator;

import java.net.URI;
import java.util.List;

/** A moto server of the tests' own. */
public final class MotoProcess implements AutoCloseable {
    private final LoopbackProcess process;
    private final URI endpoint;

    private MotoProcess(LoopbackProcess process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    public static MotoProcess start() {
        int port = LoopbackProcess.freePort();
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        // Policies of AWS's own can be attached only where moto knows them.
        List<String> command = List.of(
                "env",
                "MOTO_IAM_LOAD_MANAGED_POLICIES=true",
                LocalTools.provided().motoServer(),
                "-H",
                "127.0.0.1",
                "-p",
                String.valueOf(port));
        return new MotoProcess(LoopbackProcess.start("moto", command, endpoint.resolve("/moto-api/")), endpoint);
    }

    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        process.close();
    }
}
