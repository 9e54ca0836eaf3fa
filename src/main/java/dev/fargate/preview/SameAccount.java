package dev.fargate.preview;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.Optional;

/** Whether the caller's credentials are of the account that a manifest is about: in another one nothing of it would be found. */
record SameAccount(Aws.Accounts accounts, ClusterView cluster) {

    /** Says nothing of an environment that the operator has not looked at yet. */
    void check(HasMetadata manifest) {
        environment(manifest).ifPresent(environment -> Optional.ofNullable(environment.getStatus())
                .map(FargateEnvironmentStatus::accountId)
                .ifPresent(account -> check(environment, account)));
    }

    private Optional<FargateEnvironment> environment(HasMetadata manifest) {
        if (!(manifest instanceof CustomResource<?, ?> resource) || resource.getSpec() == null) {
            return Optional.empty();
        }
        return switch (manifest) {
            case FargateEnvironment environment ->
                named(environment.getMetadata().getName());
            case FargateService service -> named(service.getSpec().environment());
            case FargateTask task -> named(task.getSpec().environment());
            case FargateTaskDefinition definition -> named(definition.getSpec().environment());
            case FargateSchedule schedule -> named(schedule.getSpec().environment());
            default -> Optional.empty();
        };
    }

    private Optional<FargateEnvironment> named(String name) {
        return Optional.ofNullable(name).flatMap(known -> cluster.find(FargateEnvironment.class, "", known));
    }

    private void check(FargateEnvironment environment, String account) {
        String name = environment.getMetadata().getName();
        String own = own(name, environment.getSpec().region());
        if (!own.equals(account)) {
            throw new NotReadable(
                    "environment %s is in account %s, and your AWS credentials are of %s: use those of %s, such as by AWS_PROFILE"
                            .formatted(name, account, own, account));
        }
    }

    private String own(String environment, String region) {
        try {
            return accounts.of(new AwsScope(environment, region, Optional.empty(), AwsScope.Session.PLAIN))
                    .identity()
                    .caller()
                    .accountId();
        } catch (AwsException e) {
            throw new NotReadable(
                    "AWS does not say whose your credentials are (%s): %s. See: aws sts get-caller-identity"
                            .formatted(e.code(), e.getMessage()),
                    e);
        }
    }
}
