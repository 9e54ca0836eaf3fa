package dev.fargate.simulator.ecs.service;

import dev.fargate.simulator.ecs.stage.Stage;
import dev.fargate.simulator.ecs.task.Lifecycle;
import dev.fargate.simulator.ecs.task.Stop;
import dev.fargate.simulator.ecs.task.Task;
import dev.fargate.simulator.ecs.task.TaskOperations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings the tasks of a service to what its deployments want, step by step. */
public final class Scheduler {
    /** How long an INACTIVE service can still be described. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final int MOST_PERCENT = 200;
    private static final int LEAST_PERCENT = 100;

    private final Stage stage;
    private final Lifecycle lifecycle;
    private final Herald herald;
    private final Breaker breaker;

    public Scheduler(Stage stage, Lifecycle lifecycle) {
        this.stage = stage;
        this.lifecycle = lifecycle;
        this.herald = new Herald(stage);
        this.breaker = new Breaker(stage, herald);
    }

    /** Makes a revision PRIMARY. */
    void deploy(Service service, Revision revision) {
        Deployment deployment = new Deployment(stage.ids().deployment(), revision, stage.now(), false);
        service.deployments.addFirst(deployment);
        service.history.add(deployment);
        service.shown = revision;
        herald.inProgress(service, deployment);
        reconcile(service);
    }

    /** Lets a service go: its tasks stop, then it is INACTIVE. */
    void drain(Service service, ServiceBook services) {
        if (service.active()) {
            service.status = Service.Status.DRAINING;
            service.desiredCount = 0;
        }
        reconcile(service);
        retire(service, services);
    }

    /** Makes a service vanish with its tasks, as if it had been deleted long ago. */
    public void remove(Service service, ServiceBook services) {
        drain(service, services);
        services.remove(service);
    }

    private void retire(Service service, ServiceBook services) {
        if (service.status != Service.Status.DRAINING) {
            return;
        }
        if (service.tasks().findAny().isEmpty()) {
            service.status = Service.Status.INACTIVE;
            service.deployments.clear();
            stage.agenda().in(REMEMBERED, () -> services.remove(service));
        } else {
            // A task takes a few seconds to stop, and nobody else would look.
            stage.agenda().in(stage.pace().stopping().plusMillis(1), () -> retire(service, services));
        }
    }

    /** Compares and acts; harmless at any time. */
    void reconcile(Service service) {
        if (service.settling || service.deployments.isEmpty()) {
            return;
        }
        // Stopping a task tells its owner at once, who would come back here.
        service.settling = true;
        try {
            scaleIn(service);
            replace(service);
            scaleOut(service);
            complete(service);
        } finally {
            service.settling = false;
        }
    }

    private void scaleIn(Service service) {
        Deployment primary = service.primary();
        int surplus = primary.wantedCount() - service.desiredCount;
        if (surplus > 0) {
            // The ones that are not ready yet go first.
            List<Task> goners = primary.wanted()
                    .sorted((a, b) -> Boolean.compare(a.healthy(), b.healthy()))
                    .limit(surplus)
                    .toList();
            stop(service, primary, goners);
        }
    }

    /** Takes old tasks away as far as enough healthy ones remain. */
    private void replace(Service service) {
        // A failed deployment takes nothing away; what still runs is all there is.
        boolean stuck = service.primary().failed() && service.desiredCount > 0;
        if (stuck || service.deployments.size() == 1) {
            return;
        }
        int least = (int)
                Math.ceil(service.desiredCount * percent(service, "minimumHealthyPercent", LEAST_PERCENT) / 100.0);
        int healthy =
                service.deployments.stream().mapToInt(Deployment::healthyCount).sum();
        int spare = healthy - least;
        for (Deployment old : service.older().reversed()) {
            List<Task> goners = new ArrayList<>();
            for (Task task : old.wanted().toList()) {
                if (!task.healthy()) {
                    goners.add(task);
                } else if (spare > 0) {
                    goners.add(task);
                    spare--;
                }
            }
            stop(service, old, goners);
        }
    }

    private void scaleOut(Service service) {
        Deployment primary = service.primary();
        if (!service.active() || primary.failed() || stage.now().isBefore(primary.notBefore)) {
            return;
        }
        int most = service.desiredCount * percent(service, "maximumPercent", MOST_PERCENT) / 100;
        int wanted =
                service.deployments.stream().mapToInt(Deployment::wantedCount).sum();
        int missing = Math.min(service.desiredCount - primary.wantedCount(), most - wanted);
        if (missing <= 0) {
            return;
        }
        service.unsteady = true;
        if (stage.misfortune().capacityGone()) {
            herald.noCapacity(service, TaskOperations.NO_CAPACITY);
            failed(service, primary, !primary.everHealthy);
            stage.agenda().in(stage.pace().pending(), () -> reconcile(service));
            return;
        }
        List<Task> started = new ArrayList<>();
        for (int i = 0; i < missing; i++) {
            Task task =
                    lifecycle.start(Launches.of(service, primary), service.book, new Ownership(this, service, primary));
            primary.tasks.add(task);
            started.add(task);
        }
        herald.started(service, started);
    }

    private void complete(Service service) {
        Deployment primary = service.primary();
        boolean gone = service.older().stream().allMatch(old -> old.wantedCount() == 0);
        boolean drained =
                service.older().stream().allMatch(old -> old.tasks.stream().noneMatch(Ownership::draining));
        boolean full = primary.healthyCount() == service.desiredCount && primary.wantedCount() == service.desiredCount;
        if (gone && drained && full && service.active() && !primary.failed()) {
            if (primary.inProgress()) {
                primary.turn(
                        Deployment.RolloutState.COMPLETED, "ECS deployment " + primary.id + " completed.", stage.now());
                service.lastCompleted = Optional.of(new Service.Completed(primary.id, primary.revision));
                herald.completed(service, primary);
            }
            if (service.unsteady) {
                service.unsteady = false;
                herald.steady(service);
            }
        }
        if (gone && drained && service.deployments.size() > 1) {
            // What is left of the old ones stops without being waited for.
            service.older().forEach(old -> {
                service.primary().tasks.addAll(old.tasks);
                old.tasks.clear();
            });
            service.older().clear();
        }
    }

    /**
     * One more failure of a deployment: it may be the last, or make the next start wait.
     *
     * @param counts whether the breaker sees it: not a failed start, once a task of the deployment has made it
     */
    void failed(Service service, Deployment deployment, boolean counts) {
        if (!service.active() || deployment != service.primary() || deployment.failed()) {
            return;
        }
        breaker.failed(service, deployment, counts).ifPresent(rollback -> takeOver(service, rollback));
        if (stage.now().isBefore(deployment.notBefore)) {
            Duration wait = Duration.between(stage.now(), deployment.notBefore);
            stage.agenda().in(wait, () -> reconcile(service));
        }
    }

    /**
     * Ends a deployment by hand, without a breaker, too.
     *
     * <p>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html
     */
    void goBack(Service service, Deployment deployment) {
        deployment.turn(Deployment.RolloutState.FAILED, "Service deployment was stopped by a user.", stage.now());
        breaker.goingBack(service, "").ifPresent(rollback -> takeOver(service, rollback));
    }

    private void takeOver(Service service, Deployment rollback) {
        service.deployments.addFirst(rollback);
        service.history.add(rollback);
        service.shown = rollback.revision;
        herald.inProgress(service, rollback);
        stage.agenda().in(Duration.ZERO, () -> reconcile(service));
    }

    void stop(Service service, Deployment deployment, List<Task> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        service.unsteady = true;
        String reason = "Scaling activity initiated by (deployment " + deployment.id + ")";
        tasks.forEach(task -> lifecycle.stop(task, service.book, Stop.byScheduler(reason)));
        herald.stopped(service, tasks);
    }

    Herald herald() {
        return herald;
    }

    private static int percent(Service service, String which, int usual) {
        return service.rollout().path(which).asInt(usual);
    }
}
