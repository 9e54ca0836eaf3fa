package dev.fargate.preview;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsScope;
import java.util.Optional;

/** AWS as the caller sees it: with the caller's own credentials, and not with an environment's role, which is the operator's to assume. */
record CallersAccounts(Aws.Accounts accounts) implements Aws.Accounts {
    @Override
    public Aws of(AwsScope scope) {
        return accounts.of(new AwsScope("", scope.region(), Optional.empty(), AwsScope.Session.PLAIN));
    }
}
