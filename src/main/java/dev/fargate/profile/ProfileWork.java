package dev.fargate.profile;

import dev.fargate.api.FargateProfile;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.Identity.Caller;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Profiles;
import dev.fargate.aws.Profiles.Cluster;
import dev.fargate.aws.Profiles.Profile;
import dev.fargate.aws.Ticket.Priority;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Plan;
import dev.fargate.turn.Attempt;
import dev.fargate.turn.Writes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries out a plan until one step must wait: each turn begins one operation of EKS at most, and only when it is its turn. */
final class ProfileWork {
    private final Aws.Accounts accounts;
    private final Writes writes;
    private final ClusterQueue queue;
    private final PodGuard guard;

    ProfileWork(Aws.Accounts accounts, Writes writes, ClusterQueue queue, PodGuard guard) {
        this.accounts = accounts;
        this.writes = writes;
        this.queue = queue;
        this.guard = guard;
    }

    /**
     * One turn's work.
     *
     * @param caller whom the cluster belongs to
     * @param cluster as it was seen; empty if it was not looked at or is not there
     * @param beforeRole puts on record that the role of the pods is about to be made
     * @param beforeCreation puts on record that a profile of this name is about to be made
     */
    record Order(
            FargateProfile resource,
            DesiredProfile desired,
            Caller caller,
            Optional<Cluster> cluster,
            ProfileMemory memory,
            Runnable beforeRole,
            Creation beforeCreation) {
        /** What is done before a profile is made. */
        interface Creation {
            void of(String name);
        }

        String holder() {
            return desired.owner().name();
        }

        ClusterQueue.Cluster place() {
            return ProfileEye.place(desired, caller);
        }
    }

    /** What came of a turn, and what is to be told of it. */
    record Done(Progress progress, List<Notice> notices) {
        Done {
            notices = List.copyOf(notices);
        }
    }

    Done carryOut(Order order, Plan<ProfileStep> plan) {
        List<Notice> notices = new ArrayList<>();
        for (ProfileStep step : plan.steps()) {
            Optional<Progress> stop = take(order, step, notices);
            if (stop.isPresent()) {
                return new Done(stop.get(), notices);
            }
        }
        queue.leave(order.holder());
        return new Done(new Progress.Settled(), notices);
    }

    private Optional<Progress> take(Order order, ProfileStep step, List<Notice> notices) {
        return switch (step) {
            case ProfileStep.Await await -> {
                queue.occupy(order.place(), order.holder(), Occasion.of(order.resource()));
                yield Optional.of(new Progress.UnderWay(step, Optional.empty()));
            }
            case ProfileStep.Adopt adopt -> {
                Optional<Progress> stop = change(order, step, () -> eks(order).tag(adopt.arn(), adopt.tags()));
                notices.addAll(stop.isEmpty() ? List.of(told("ProfileAdopted", step)) : List.of());
                yield Optional.of(stop.orElseGet(Progress.TakenOver::new));
            }
            case ProfileStep.Tag tag -> {
                Optional<Progress> stop = change(
                        order, step, () -> tag.tags().apply(put -> eks(order).tag(tag.arn(), put), keys -> eks(order)
                                .untag(tag.arn(), keys)));
                notices.addAll(stop.isEmpty() ? List.of(told("ProfileTagged", step)) : List.of());
                yield stop;
            }
            case ProfileStep.OfRole role -> {
                Optional<Progress> stop = new RoleWork(
                                accounts.of(order.desired().scope()).roles(),
                                writes.of(order.desired().scope(), order.holder()),
                                order.beforeRole())
                        .take(role);
                notices.addAll(stop.isEmpty() ? ofRole(role) : List.of());
                yield stop;
            }
            case ProfileStep.Create create ->
                Optional.of(inTurn(order, step, standing -> {
                    order.beforeCreation().of(create.request().name());
                    return operate(
                            order,
                            step,
                            standing,
                            new Call(Operation.CREATE_FARGATE_PROFILE, Priority.CREATE, () -> eks(order)
                                    .create(create.request())),
                            told("ProfileCreated", step),
                            notices);
                }));
            case ProfileStep.Delete delete ->
                Optional.of(inTurn(order, step, standing -> {
                    PodGuard.Verdict verdict = guard.ask(order.resource(), order.cluster(), delete.name());
                    return switch (verdict) {
                        case PodGuard.Verdict.Forbidden forbidden -> new Progress.Forbidden(forbidden.problem());
                        case PodGuard.Verdict.Allowed allowed ->
                            operate(
                                    order,
                                    step,
                                    standing,
                                    new Call(
                                            Operation.DELETE_FARGATE_PROFILE, Priority.DELETE_OR_SCALE, () -> eks(order)
                                                    .delete(order.desired().cluster(), delete.name())),
                                    deleted(step, allowed.words()),
                                    notices);
                    };
                }));
        };
    }

    /** Does it when nobody of this operator is before it in the cluster. */
    private Progress inTurn(Order order, ProfileStep step, InTurn work) {
        ClusterQueue.Standing standing =
                queue.enter(order.place(), order.holder(), order.memory().waitsSince(), Occasion.of(order.resource()));
        return standing.mayBegin() ? work.begin(standing) : new Progress.Queued(step, standing);
    }

    private Progress operate(
            Order order,
            ProfileStep step,
            ClusterQueue.Standing standing,
            Call call,
            Notice notice,
            List<Notice> notices) {
        Writes.Of write = writes.of(order.desired().scope(), order.holder());
        return switch (write.make(call.operation(), call.priority(), call.made())) {
            case Attempt.Done<Profile> done -> {
                notices.add(notice);
                queue.occupy(order.place(), order.holder(), Occasion.of(order.resource()));
                yield new Progress.UnderWay(step, Optional.of(done.reply()));
            }
            case Attempt.Later<Profile> later -> new Progress.Later(later.until());
            case Attempt.Refused<Profile> refused -> refused(order, step, standing, refused.error());
        };
    }

    private Progress refused(Order order, ProfileStep step, ClusterQueue.Standing standing, AwsException error) {
        return switch (error.errorClass()) {
            // It means two things: the name is taken, or another operation is under way.
            case CONFLICT ->
                isThere(order, step) ? new Progress.Taken() : new Progress.Busy(step, standing, error.getMessage());
            case MISSING ->
                step instanceof ProfileStep.Delete ? new Progress.Taken() : new Progress.Refused(step, error);
            case INVALID ->
                isOfManagedRole(order, error)
                        ? new Progress.RoleUnknown(step, error)
                        : new Progress.Refused(step, error);
            case DENIED, THROTTLED, TRANSIENT -> new Progress.Refused(step, error);
        };
    }

    /** IAM is eventually consistent: EKS says that the role's trust policy is misconfigured until it knows the role. */
    private static boolean isOfManagedRole(Order order, AwsException error) {
        return order.desired().managesRole() && error.getMessage().contains("Misconfigured PodExecutionRole");
    }

    private boolean isThere(Order order, ProfileStep step) {
        return step instanceof ProfileStep.Create create
                && eks(order)
                        .describe(order.desired().cluster(), create.request().name())
                        .isPresent();
    }

    private Optional<Progress> change(Order order, ProfileStep step, Runnable call) {
        Writes.Of write = writes.of(order.desired().scope(), order.holder());
        Attempt<Boolean> attempt = write.make(Operation.TAG_FARGATE_PROFILE, Priority.UPDATE, () -> {
            call.run();
            return true;
        });
        return switch (attempt) {
            case Attempt.Done<Boolean> done -> Optional.empty();
            case Attempt.Later<Boolean> later -> Optional.of(new Progress.Later(later.until()));
            case Attempt.Refused<Boolean> refused -> Optional.of(new Progress.Refused(step, refused.error()));
        };
    }

    private Profiles eks(Order order) {
        return accounts.of(order.desired().scope()).profiles();
    }

    private static Notice told(String reason, ProfileStep step) {
        return Notice.normal(reason, step.change().toString());
    }

    private static List<Notice> ofRole(ProfileStep.OfRole step) {
        return switch (step) {
            case ProfileStep.MakeRole make -> List.of(told("RoleCreated", make));
            case ProfileStep.AttachPolicy attach -> List.of();
            case ProfileStep.Trust trust -> List.of(told("RoleUpdated", trust));
            case ProfileStep.RemoveRole remove -> List.of(told("RoleDeleted", remove));
        };
    }

    private static Notice deleted(ProfileStep step, String pods) {
        return Notice.normal("ProfileDeleted", step.change() + (pods.isEmpty() ? "" : ": " + pods));
    }

    /** What is done when its turn has come. */
    private interface InTurn {
        Progress begin(ClusterQueue.Standing standing);
    }

    private record Call(Operation operation, Priority priority, Supplier<Profile> made) {}
}
