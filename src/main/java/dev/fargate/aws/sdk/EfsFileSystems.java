package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.FileSystems;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;

record EfsFileSystems(Supplier<EfsClient> efs) implements FileSystems {
    @Override
    public List<MountTargetDescription> mountTargets(String fileSystemId) {
        return call("elasticfilesystem:DescribeMountTargets", () -> efs.get()
                        .describeMountTargets(request -> request.fileSystemId(fileSystemId)))
                .mountTargets();
    }
}
