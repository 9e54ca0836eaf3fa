package dev.fargate.simulator.ecs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.control.Account;
import dev.fargate.simulator.ecs.control.Controls;
import dev.fargate.simulator.ecs.control.Dump;
import dev.fargate.simulator.ecs.service.Scheduler;
import dev.fargate.simulator.ecs.stage.Stage;
import dev.fargate.simulator.ecs.task.Lifecycle;
import dev.fargate.simulator.ecs.task.Task;
import dev.fargate.simulator.ecs.task.TaskStatus;
import dev.fargate.simulator.ecs.wire.Realm;
import dev.fargate.simulator.ecs.wire.Request;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * ECS in one JVM: every account and region it is asked about, behind one lock.
 *
 * <p>Surroundings are asked and told while the lock is held, so their answers must be quick and must not call back.
 */
public final class EcsSimulation implements EcsApi {
    private final Stage stage;
    private final Lifecycle lifecycle;
    private final Scheduler scheduler;
    private final Controls controls;
    private final Map<String, Account> accounts = new TreeMap<>();

    public EcsSimulation(SimulatorClock clock, Surroundings around, Pace pace) {
        this.stage = new Stage(clock, around, pace);
        this.lifecycle = new Lifecycle(stage);
        this.scheduler = new Scheduler(stage, lifecycle);
        this.controls = new Controls(stage, lifecycle, scheduler, this::account);
    }

    @Override
    public synchronized ObjectNode call(EcsCall call) {
        stage.agenda().settle();
        return account(Realm.of(call)).call(new Request(call));
    }

    /** Brings everything up to the clock's now; costs next to nothing when nothing is due. */
    public synchronized void settle() {
        stage.agenda().settle();
    }

    /** Everything held, for listings before and after a test. */
    public synchronized ObjectNode dump() {
        stage.agenda().settle();
        ObjectNode dump = JsonNodeFactory.instance.objectNode();
        accounts.forEach((key, account) -> dump.set(key, Dump.of(account.estate())));
        return dump;
    }

    /** Carries out what somebody else does, or what goes wrong; {@link Controls} lists the commands. */
    public synchronized void control(ObjectNode command) {
        stage.agenda().settle();
        controls.carryOut(command);
    }

    /** Whether a task that may still have its network interface is in this security group. */
    public synchronized boolean usesSecurityGroup(String accountId, String region, String groupId) {
        Account account = accounts.get(accountId + "/" + region);
        return account != null
                && account.estate()
                        .clusters()
                        .flatMap(cluster -> cluster.tasks().all())
                        .filter(task -> task.status() != TaskStatus.STOPPED)
                        .anyMatch(task -> Request.texts(task.launch().network().path("securityGroups"))
                                .contains(groupId));
    }

    /** The addresses of tasks that run and do not answer their load balancer. */
    public synchronized Set<String> failingTargets(String accountId, String region) {
        return Optional.ofNullable(accounts.get(accountId + "/" + region)).stream()
                .flatMap(account -> account.estate().clusters())
                .flatMap(cluster -> cluster.tasks().all())
                .filter(Task::failsTargetHealth)
                .map(Task::ip)
                .collect(Collectors.toSet());
    }

    private Account account(Realm realm) {
        return accounts.computeIfAbsent(
                realm.accountId() + "/" + realm.region(), missing -> new Account(realm, stage, lifecycle, scheduler));
    }
}
