package dev.fargate.aws.sdk;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsScope;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The ports of each scope. Credentials come from the SDK's default chain; a scope with a role assumes it with them. Environments without
 * a role share the clients of their region.
 */
public final class SdkAccounts implements Aws.Accounts, AutoCloseable {
    private final String clusterId;
    private final ClientFactory factory;
    private final AwsCredentialsProviderChain own;
    private final Map<AwsScope, Account> accounts = new ConcurrentHashMap<>();

    /**
     * Makes no client before somebody asks for one.
     *
     * @param beforeSending runs at the last moment before a request leaves; if it throws, nothing is sent
     */
    public SdkAccounts(ClientSettings settings, MeterRegistry meters, Runnable beforeSending) {
        clusterId = settings.clusterId();
        factory = new ClientFactory(settings, meters, beforeSending);
        own = OwnCredentials.of(
                region -> factory.make(StsClient.builder(), region, AnonymousCredentialsProvider.create()));
    }

    @Override
    public Aws of(AwsScope scope) {
        return accounts.computeIfAbsent(shared(scope), this::account).ports();
    }

    private static AwsScope shared(AwsScope scope) {
        return scope.roleArn().isPresent()
                ? scope
                : new AwsScope("", scope.region(), Optional.empty(), AwsScope.Session.PLAIN);
    }

    private Account account(AwsScope scope) {
        ScopeClients clients = new ScopeClients(scope, factory, own, clusterId);
        return new Account(clients, clients.ports());
    }

    /** To be called when no call is in flight any more. */
    @Override
    public void close() {
        accounts.values().forEach(account -> account.clients().close());
        own.close();
        factory.close();
    }

    private record Account(ScopeClients clients, Aws ports) {}
}
