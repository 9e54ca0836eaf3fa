package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.TaskRoles;
import java.util.function.Supplier;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Role;

record IamTaskRoles(Supplier<IamClient> iam) implements TaskRoles {
    @Override
    public Role role(String name) {
        return call("iam:GetRole", () -> iam.get().getRole(request -> request.roleName(name)))
                .role();
    }
}
