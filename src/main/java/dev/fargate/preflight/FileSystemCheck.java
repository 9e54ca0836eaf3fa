package dev.fargate.preflight;

import dev.fargate.diagnosis.Cause;
import dev.fargate.preflight.Finding.Check;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.efs.model.LifeCycleState;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;

/** File systems of EFS have a mount target in each zone of the tasks. */
final class FileSystemCheck {
    private FileSystemCheck() {}

    static Stream<Finding> of(Subject subject, Facts facts) {
        Set<String> zones =
                SubnetCheck.known(subject, facts).map(Subnet::availabilityZone).collect(Collectors.toSet());
        return subject.task().stream()
                .flatMap(task -> task.volumes().stream())
                .flatMap(volume -> Stream.ofNullable(volume.efsVolumeConfiguration()))
                .map(efs -> efs.fileSystemId())
                .distinct()
                .map(id -> of(id, zones, facts));
    }

    private static Finding of(String id, Set<String> zones, Facts facts) {
        return switch (facts.of(Topics.MOUNT_TARGETS, id)) {
            case Answer.Known<List<MountTargetDescription>> known -> mounted(id, zones, known.value());
            case Answer.Absent<List<MountTargetDescription>> absent ->
                Finding.failed(
                        Check.FileSystem,
                        Cause.VolumeMountFailed,
                        "File system %s does not exist. Create it, or correct fileSystemId.".formatted(id));
            case Answer.Refused<List<MountTargetDescription>> refused ->
                Finding.unknown(Check.FileSystem, refused, "File system " + id);
            case Answer.Pending<List<MountTargetDescription>> pending -> Finding.unknown(Check.FileSystem, id);
        };
    }

    private static Finding mounted(String id, Set<String> zones, List<MountTargetDescription> targets) {
        Set<String> served = targets.stream()
                .filter(target -> target.lifeCycleState() == LifeCycleState.AVAILABLE)
                .map(MountTargetDescription::availabilityZoneName)
                .collect(Collectors.toSet());
        List<String> without =
                zones.stream().filter(zone -> !served.contains(zone)).sorted().toList();
        return without.isEmpty()
                ? Finding.passed(Check.FileSystem, "File system %s can be mounted in each zone.".formatted(id))
                : Finding.failed(
                        Check.FileSystem,
                        Cause.VolumeMountFailed,
                        "File system %s has no mount target in %s, where tasks may start. Make one: aws efs create-mount-target --file-system-id %s --subnet-id SUBNET; or name subnets of other zones."
                                .formatted(id, String.join(", ", without), id));
    }
}
