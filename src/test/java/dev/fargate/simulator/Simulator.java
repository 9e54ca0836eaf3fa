package dev.fargate.simulator;

import com.sun.net.httpserver.HttpServer;
import dev.fargate.simulator.control.ControlApi;
import dev.fargate.simulator.door.EcsDoor;
import dev.fargate.simulator.door.Exchanges;
import dev.fargate.simulator.door.FrontDoor;
import dev.fargate.simulator.door.ModelGuard;
import dev.fargate.simulator.door.SchedulerDoor;
import dev.fargate.simulator.fault.FaultInjection;
import dev.fargate.simulator.model.ServiceModel;
import dev.fargate.simulator.wire.BotocoreData;
import dev.fargate.simulator.wire.CallReader;
import dev.fargate.simulator.wire.RestOperations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The process: one port on the loopback interface that answers as AWS does. */
@Command(name = "simulator", mixinStandardHelpOptions = true, description = "AWS for tests: ECS, and moto behind it.")
public final class Simulator implements Callable<Integer> {
    private static final System.Logger LOG = System.getLogger(Simulator.class.getName());
    private static final int SETTLE_MILLIS = 250;
    private static final int BACKLOG = 1_024;

    @Mixin
    private SimulatorOptions options = new SimulatorOptions();

    public static void main(String[] arguments) {
        // Both are read once, when the JDK's classes are loaded. Without the first, small replies wait 40 ms for the
        // client's delayed acknowledgement; the second lets the client's own Host header through to moto.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
        System.exit(new CommandLine(new Simulator())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Simulation simulation = new Simulation(options);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port), BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", frontDoor(simulation));
        server.createContext(ControlApi.ROOT, new ControlApi(simulation));
        server.createContext(
                "/moto-api",
                exchange -> Exchanges.write(exchange, simulation.upstream().pass(Exchanges.read(exchange))));
        server.start();
        LOG.log(System.Logger.Level.INFO, "listening on " + server.getAddress());

        settleRegularly(simulation);
        new CountDownLatch(1).await();
        return 0;
    }

    private FrontDoor frontDoor(Simulation simulation) {
        BotocoreData data = new BotocoreData(options.botocoreData);
        EcsDoor ecs =
                new EcsDoor(simulation::ecs, simulation.limits(), guard("ecs", data, simulation), simulation.journal());
        SchedulerDoor scheduler = new SchedulerDoor(simulation::scheduler, guard("scheduler", data, simulation));
        return new FrontDoor(
                new CallReader(simulation.accounts(), new RestOperations(data), options.region),
                new FaultInjection(simulation.faults()),
                Map.of("ecs", ecs::answer, "scheduler", scheduler::answer),
                simulation.moto(),
                simulation.journal());
    }

    private ModelGuard guard(String service, BotocoreData data, Simulation simulation) {
        ServiceModel model = new ServiceModel(data.model(service)
                .orElseThrow(() -> new IllegalArgumentException("No model of " + service + " under "
                        + options.botocoreData + ": --botocore-data must name botocore's data directory.")));
        return new ModelGuard(service, model, simulation.violations(), options.validate == SimulatorOptions.Switch.ON);
    }

    /** Things happen at ECS although nobody looks: targets move, events are sent. */
    private static void settleRegularly(Simulation simulation) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("settle").factory());
        var _ = timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        simulation.settle();
                    } catch (RuntimeException e) {
                        LOG.log(System.Logger.Level.ERROR, "could not settle", e);
                    }
                },
                SETTLE_MILLIS,
                SETTLE_MILLIS,
                TimeUnit.MILLISECONDS);
    }
}
