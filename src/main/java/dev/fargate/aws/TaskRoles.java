package dev.fargate.aws;

import software.amazon.awssdk.services.iam.model.Role;

/** IAM: the roles of tasks. */
public interface TaskRoles {

    /** GetRole; an unknown one is an {@link AwsException} of class MISSING. */
    Role role(String name);
}
