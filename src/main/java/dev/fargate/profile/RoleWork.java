package dev.fargate.profile;

import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Roles;
import dev.fargate.aws.Ticket.Priority;
import dev.fargate.turn.Attempt;
import dev.fargate.turn.Writes;
import java.util.Optional;

/**
 * Makes the role of a profile's pods, and takes it away.
 *
 * @param intent puts on record that the role is about to be made
 */
record RoleWork(Roles iam, Writes.Of writes, Runnable intent) {

    /** Empty when it is done. */
    Optional<Progress> take(ProfileStep.OfRole step) {
        return switch (step) {
            case ProfileStep.MakeRole make ->
                taken(
                        make,
                        Operation.CREATE_ROLE,
                        Priority.CREATE,
                        () -> {
                            intent.run();
                            iam.create(make.role());
                        },
                        null);
            case ProfileStep.Trust trust ->
                taken(
                        trust,
                        Operation.UPDATE_ROLE_TRUST,
                        Priority.UPDATE,
                        () -> iam.trust(trust.role(), trust.document()),
                        null);
            case ProfileStep.AttachPolicy attach ->
                taken(
                        attach,
                        Operation.ATTACH_ROLE_POLICY,
                        Priority.CREATE,
                        () -> iam.attach(attach.role(), attach.policyArn()),
                        null);
            case ProfileStep.RemoveRole remove ->
                taken(
                                remove,
                                Operation.DETACH_ROLE_POLICY,
                                Priority.DELETE_OR_SCALE,
                                () -> iam.detach(remove.role(), remove.policyArn()),
                                ErrorClass.MISSING)
                        .or(() -> taken(
                                remove,
                                Operation.DELETE_ROLE,
                                Priority.DELETE_OR_SCALE,
                                () -> iam.delete(remove.role()),
                                ErrorClass.MISSING));
        };
    }

    /**
     * Makes one call.
     *
     * @param alreadySo the class of a refusal that says that there is nothing to do; null for none
     */
    private Optional<Progress> taken(
            ProfileStep step, Operation operation, Priority priority, Runnable call, ErrorClass alreadySo) {
        Attempt<Boolean> attempt = writes.make(operation, priority, () -> {
            call.run();
            return true;
        });
        return switch (attempt) {
            case Attempt.Done<Boolean> done -> Optional.empty();
            case Attempt.Later<Boolean> later -> Optional.of(new Progress.Later(later.until()));
            case Attempt.Refused<Boolean> refused ->
                refused.error().errorClass() == alreadySo
                        ? Optional.empty()
                        : Optional.of(
                                step instanceof ProfileStep.MakeRole
                                                && refused.error().errorClass() == ErrorClass.CONFLICT
                                        ? new Progress.Taken()
                                        : new Progress.Refused(step, refused.error()));
        };
    }
}
