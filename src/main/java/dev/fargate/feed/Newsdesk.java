package dev.fargate.feed;

import dev.fargate.aws.AnnouncedServices;
import dev.fargate.aws.Look;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.ServiceWatch;
import dev.fargate.feed.Announcement.About;
import dev.fargate.feed.Announcement.What;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * Has services looked at of which something was announced, and only those: what a look has shown already needs none, whether the message
 * is late, repeated or the echo of our own write.
 */
public final class Newsdesk {
    /** How far clocks may differ, and how late DescribeServices may be, beside the event's time in whole seconds. */
    static final Duration MARGIN = Duration.ofSeconds(5);

    private static final String PRIMARY = "PRIMARY";
    private static final String COMPLETED = "COMPLETED";
    private static final String IN_PROGRESS = "IN_PROGRESS";

    private final ServiceWatch watch;
    private final AnnouncedServices services;
    private final Consumer<String> taskStopped;
    private final Taskdesk tasks;
    private final Patience patience = new Patience();

    /**
     * Knows nothing yet.
     *
     * @param taskStopped is given the owner of a service of which a task stopped by itself, before the service is looked at
     * @param tasks hears of those of runs
     */
    public Newsdesk(ServiceWatch watch, AnnouncedServices services, Consumer<String> taskStopped, Taskdesk tasks) {
        this.watch = watch;
        this.services = services;
        this.taskStopped = taskStopped;
        this.tasks = tasks;
    }

    /** Whether changes in a cluster come here as they happen. */
    void announce(String clusterArn, boolean announces) {
        services.announce(clusterArn, announces);
        tasks.announce(clusterArn, announces);
    }

    Heard hear(String clusterArn, Announcement announcement, Instant now) {
        return switch (announcement) {
            case Announcement.Nothing nothing -> nothing.why();
            case Announcement.Ended ended -> tasks.hear(clusterArn, ended, now);
            case About about ->
                services.find(clusterArn, about.service())
                        .map(ref -> hear(ref, about, now))
                        .orElse(Heard.UNKNOWN);
        };
    }

    private Heard hear(ServiceRef ref, About about, Instant now) {
        if (watch.latest(ref).filter(look -> tells(look, about)).isPresent()) {
            return Heard.KNOWN;
        }
        if (about.what() instanceof What.TaskStopped) {
            taskStopped.accept(ref.owner());
        }
        Optional<Instant> at = isTrouble(about.what()) ? patience.next(ref, now) : Optional.of(now);
        at.ifPresent(due -> watch.ask(ref, due));
        return at.isPresent() ? Heard.ASKED : Heard.KNOWN;
    }

    private static boolean isTrouble(What what) {
        return what instanceof What.Trouble || what instanceof What.TaskStopped;
    }

    private static boolean tells(Look look, About about) {
        return switch (look) {
            case Look.Failed failed -> false;
            case Look.Missing missing -> isAfter(missing, about);
            case Look.Found found -> isAfter(found, about) || shows(found.service(), about.what());
        };
    }

    private static boolean isAfter(Look look, About about) {
        return look.at().isAfter(about.at().plus(MARGIN));
    }

    private static boolean shows(Service service, What what) {
        return switch (what) {
            case What.Begun begun ->
                service.deployments().stream().anyMatch(known -> known.id().equals(begun.deployment()));
            case What.Ended ended ->
                service.deployments().stream()
                        .anyMatch(known -> known.id().equals(ended.deployment())
                                && !IN_PROGRESS.equals(known.rolloutStateAsString()));
            case What.Steady steady -> isSteady(service);
            case What.Scaled scaled -> false;
            case What.Trouble trouble -> false;
            case What.TaskStopped stopped -> false;
        };
    }

    private static boolean isSteady(Service service) {
        List<Deployment> deployments = service.deployments();
        return Objects.equals(service.runningCount(), service.desiredCount())
                && deployments.size() == 1
                && PRIMARY.equals(deployments.getFirst().status())
                && COMPLETED.equals(deployments.getFirst().rolloutStateAsString());
    }
}
