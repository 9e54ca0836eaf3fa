package dev.fargate.aws;

import java.util.Collection;
import java.util.Set;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

/** Secrets Manager and the parameters of Systems Manager: whether they are there. Values are never read. */
public interface Secrets {

    /** DescribeSecret; an unknown one is an {@link AwsException} of class MISSING. */
    DescribeSecretResponse secret(String nameOrArn);

    /** DescribeParameters: those of these names that exist. */
    Set<String> parameters(Collection<String> names);
}
