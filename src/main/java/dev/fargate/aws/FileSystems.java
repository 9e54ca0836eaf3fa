package dev.fargate.aws;

import java.util.List;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;

/** EFS: where file systems can be mounted. */
public interface FileSystems {

    /** DescribeMountTargets; an unknown file system is an {@link AwsException} of class MISSING. */
    List<MountTargetDescription> mountTargets(String fileSystemId);
}
