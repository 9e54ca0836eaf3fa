package dev.fargate.faults;

import dev.fargate.simulator.fault.When;
import dev.fargate.simulator.journal.CallRecord;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lives through all stages once undisturbed, and then once for each call that this took, twice over: the operator is killed there and
 * another one started. Lives overlap: while one waits for its end, the operator is killed in the next.
 */
final class Kills {
    private static final List<String> READS = List.of("Describe", "Get", "List");

    private final World world;
    private final Lives lives;
    private final Map<Stage, Map<String, Object>> clean = new EnumMap<>(Stage.class);
    private final Map<Moment, Object> disturbed = new LinkedHashMap<>();
    private final Map<Moment, String> names = new LinkedHashMap<>();
    private OperatorUnderTest operator;

    Kills(World world, Lives lives) {
        this.world = world;
        this.lives = lives;
        this.operator = world.operator();
    }

    /** What the account holds at the end of an undisturbed stage. */
    Map<String, Object> clean(Stage stage) {
        return clean.get(stage);
    }

    /** What it holds at the end of the stage in which the operator was killed, or why that never came. */
    Object disturbed(Moment moment) {
        return disturbed.get(moment);
    }

    Stream<Moment> moments() {
        return disturbed.keySet().stream();
    }

    void run() {
        List<Moment> moments = record();
        List<Moment> ofEnvironments = moments.stream()
                .filter(moment -> moment.stage().ofEnvironment())
                .toList();
        ofEnvironments.forEach(this::environment);
        List<Moment> ofServices = moments.stream()
                .filter(moment -> !moment.stage().ofEnvironment())
                .toList();
        ofServices.forEach(moment -> names.put(moment, "s%03d".formatted(names.size())));
        prepare(ofServices);
        ofServices.forEach(moment -> kill(moment, names.get(moment)));
        names.forEach(this::ended);
    }

    /** The undisturbed lives: one of an environment, one of a service. */
    private List<Moment> record() {
        lives.home();
        return Stream.of(Stage.values())
                .flatMap(stage -> recorded(stage, stage.ofEnvironment() ? "clean-env" : "clean").stream())
                .toList();
    }

    /** Ends every life. */
    void endAll() {
        Map<Moment, String> left = new LinkedHashMap<>(names);
        left.keySet().removeIf(moment -> moment.stage().deletes());
        left.values().forEach(life -> lives.begin(Stage.SERVICE_DELETION, life));
        left.values().forEach(life -> lives.awaitEnd(Stage.SERVICE_DELETION, life));
        lives.begin(Stage.ENVIRONMENT_DELETION, Lives.HOME);
        lives.awaitEnd(Stage.ENVIRONMENT_DELETION, Lives.HOME);
    }

    /** Lives through one stage undisturbed and tells the moments at which it could have been disturbed. */
    private List<Moment> recorded(Stage stage, String life) {
        world.aws().resetCounts();
        lives.begin(stage, life);
        lives.awaitEnd(stage, life);
        List<CallRecord> calls = world.aws().calls();
        clean.put(stage, lives.ending(stage, life));
        Map<Moment, Integer> found = new LinkedHashMap<>();
        for (CallRecord call : calls) {
            boolean named = world.aws().requests(call.service(), call.operation()).stream()
                    .anyMatch(request -> request.number() == call.number()
                            && request.request().contains(life));
            if (named || (stage == Stage.ENVIRONMENT_CREATION && !call.service().equals("ecs"))) {
                found.merge(
                        new Moment(stage, call.service(), call.operation(), 1, named, When.BEFORE), 1, Integer::sum);
            }
        }
        return found.entrySet().stream()
                .flatMap(entry -> each(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** How often something is read depends on the time it takes, so of reads only the first is a moment. */
    private static Stream<Moment> each(Moment first, int calls) {
        boolean reads = READS.stream().anyMatch(first.operation()::startsWith);
        return IntStream.rangeClosed(1, reads ? 1 : calls).boxed().flatMap(nth -> Stream.of(When.values())
                .map(when -> new Moment(first.stage(), first.service(), first.operation(), nth, first.named(), when)));
    }

    private void environment(Moment moment) {
        String life = "e%03d".formatted(disturbed.size());
        Stream.of(Stage.values())
                .filter(stage -> stage.compareTo(moment.stage()) < 0)
                .filter(stage -> !stage.deletes())
                .forEach(stage -> {
                    lives.begin(stage, life);
                    lives.awaitEnd(stage, life);
                });
        kill(moment, life);
        ended(moment, life);
        lives.begin(Stage.ENVIRONMENT_DELETION, life);
        lives.awaitEnd(Stage.ENVIRONMENT_DELETION, life);
    }

    private void prepare(List<Moment> moments) {
        for (Stage stage : List.of(Stage.SERVICE_CREATION, Stage.IMAGE_EDIT, Stage.TAGS_EDIT, Stage.COUNT_EDIT)) {
            List<String> those = moments.stream()
                    .filter(moment -> moment.stage().compareTo(stage) > 0)
                    .map(names::get)
                    .toList();
            those.forEach(life -> lives.begin(stage, life));
            those.forEach(life -> lives.awaitEnd(stage, life));
        }
    }

    private void kill(Moment moment, String life) {
        if (!moment.named()) {
            // A request that names nobody could be one for another environment: that one is looked at by now.
            world.aws().resetCounts();
            world.until("a look at every environment", () -> world.aws().calls("ecs", "DescribeClusters") > 0);
        }
        int fault = world.aws().add(moment.kill(operator.pid(), life));
        lives.begin(moment.stage(), life);
        world.until("the operator to be killed: " + moment, () -> !operator.isAlive());
        world.aws().remove(fault);
        operator = world.operator();
    }

    private void ended(Moment moment, String life) {
        try {
            lives.awaitEnd(moment.stage(), life);
            disturbed.put(moment, lives.ending(moment.stage(), life));
        } catch (AssertionError | RuntimeException e) {
            disturbed.put(moment, e.toString());
        }
    }
}
