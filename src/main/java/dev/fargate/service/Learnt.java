package dev.fargate.service;

import dev.fargate.api.FargateServiceStatus.Rollout;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Service;

/** What a look at a live service of ours adds to what is remembered. Pure. */
final class Learnt {
    private Learnt() {}

    static Memory from(DesiredService desired, Memory memory, Service service) {
        boolean ignored = desired.settings().tolerance().ignores("task");
        boolean current = ignored
                || (memory.revisions().arn().isPresent()
                        && memory.revisions()
                                .hash()
                                .equals(Optional.of(desired.task().hash())));
        boolean matches = current
                && ServiceDifferences.between(
                                desired, memory.revisions().arn().orElse(service.taskDefinition()), service)
                        .stream()
                        .noneMatch(ServiceField::rolls);
        Memory known = memory.withPlace(desired.place())
                .withService(Optional.of(service.serviceArn()), incarnation(memory, service))
                .withLastGood(RolloutReading.completed(service).or(memory::lastGood));
        return RolloutReading.read(
                        memory.rollout(),
                        new RolloutReading.Wanted(
                                desired.rolloutHash(),
                                matches,
                                desired.settings().restartAt(),
                                desired.settings().edition().hash(),
                                desired.settings().inWave()),
                        service)
                .map(rollout -> (succeeds(rollout, memory) ? known.withStopped(List.of()) : known).withRollout(rollout))
                .orElse(known);
    }

    /** Then nobody asks any more why earlier tasks stopped. */
    private static boolean succeeds(Rollout rollout, Memory before) {
        return rollout.steady() != null
                && before.rollout()
                        .filter(known -> known.id().equals(rollout.id()) && known.steady() != null)
                        .isEmpty();
    }

    private static String incarnation(Memory memory, Service service) {
        return service.createdAt() == null
                ? memory.incarnation()
                : service.createdAt().toString();
    }
}
