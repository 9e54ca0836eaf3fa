package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.Secrets;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;

record StoredSecrets(Supplier<SecretsManagerClient> secretsManager, Supplier<SsmClient> ssm) implements Secrets {
    @Override
    public DescribeSecretResponse secret(String nameOrArn) {
        return call(
                "secretsmanager:DescribeSecret",
                () -> secretsManager.get().describeSecret(request -> request.secretId(nameOrArn)));
    }

    @Override
    public Set<String> parameters(Collection<String> names) {
        return call("ssm:DescribeParameters", () -> ssm
                .get()
                .describeParametersPaginator(request -> request.parameterFilters(
                        filter -> filter.key("Name").option("Equals").values(names)))
                .stream()
                .flatMap(page -> page.parameters().stream())
                .map(ParameterMetadata::name)
                .collect(Collectors.toSet()));
    }
}
