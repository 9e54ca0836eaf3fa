package dev.fargate.simulator.ecs.service;

import dev.fargate.simulator.ecs.task.Fate;
import dev.fargate.simulator.ecs.task.Task;
import dev.fargate.simulator.ecs.task.TaskOwner;
import dev.fargate.simulator.ecs.task.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a task's fortunes mean to the deployment that started it. */
record Ownership(Scheduler scheduler, Service service, Deployment deployment) implements TaskOwner {

    static boolean draining(Task task) {
        return task.status() == TaskStatus.DEACTIVATING;
    }

    @Override
    public boolean balanced() {
        return deployment.revision.balanced();
    }

    @Override
    public Duration grace() {
        return Duration.ofSeconds(
                service.conduct.path("healthCheckGracePeriodSeconds").asInt(0));
    }

    @Override
    public void running(Task task) {
        if (balanced()) {
            scheduler.herald().targets(service, deployment, task, true);
        }
    }

    @Override
    public void healthy(Task task) {
        // The count of failures starts again, and stops for good, once a task of the deployment has made it:
        // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html, failedTasks
        deployment.everHealthy = true;
        deployment.failedTasks = 0;
        deployment.failuresInARow = 0;
        scheduler.reconcile(service);
    }

    @Override
    public Optional<String> unhealthy(Task task, Fate fate) {
        if (fate instanceof Fate.FailsContainerHealth) {
            scheduler.herald().say(service, "(task " + task.id() + ") failed container health checks.");
            return failing(task, "Task failed container health checks");
        }
        if (!balanced()) {
            return Optional.empty();
        }
        var balancer = deployment.revision.at("loadBalancers").path(0);
        String group = "(target-group " + balancer.path("targetGroupArn").asText() + ")";
        scheduler
                .herald()
                .say(
                        service,
                        "(task " + task.id() + ") (port "
                                + balancer.path("containerPort").asInt() + ") is unhealthy in " + group
                                + " due to (reason Health checks failed with these codes: [503]).");
        return failing(task, "Task failed ELB health checks in " + group);
    }

    private Optional<String> failing(Task task, String reason) {
        scheduler.herald().stopped(service, List.of(task));
        return Optional.of(reason);
    }

    @Override
    public void stopping(Task task) {
        service.unsteady = true;
        if (balanced() && task.started()) {
            scheduler.herald().targets(service, deployment, task, false);
        }
        task.stop().ifPresent(stop -> {
            if (stop.code().equals("TaskFailedToStart")) {
                scheduler.herald().notPlaced(service, stop.reason());
            }
            boolean health = stop.reason().contains("health checks");
            boolean start = stop.code().equals("TaskFailedToStart")
                    || (stop.code().equals("EssentialContainerExited") && !task.healthy());
            if (health || start) {
                scheduler.failed(service, deployment, health || !deployment.everHealthy);
            }
        });
        scheduler.reconcile(service);
    }

    @Override
    public void stopped(Task task) {
        service.deployments.forEach(one -> one.tasks.remove(task));
        scheduler.reconcile(service);
    }
}
