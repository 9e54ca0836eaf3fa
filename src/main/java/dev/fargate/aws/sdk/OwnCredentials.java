package dev.fargate.aws.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;

/**
 * The operator's own credentials: the SDK's default chain, but for a web identity a client of ours asks STS. The chain's own would know
 * neither the CA bundle nor the proxy.
 */
final class OwnCredentials {
    private OwnCredentials() {}

    /**
     * The chain.
     *
     * @param sts makes a client of a region
     */
    static AwsCredentialsProviderChain of(Function<String, StsClient> sts) {
        List<AwsCredentialsProvider> providers = new ArrayList<>(
                List.of(SystemPropertyCredentialsProvider.create(), EnvironmentVariableCredentialsProvider.create()));
        if (SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE.getStringValue().isPresent()
                && SdkSystemSetting.AWS_ROLE_ARN.getStringValue().isPresent()) {
            // Token, role and session name are those of the environment.
            providers.add(StsWebIdentityTokenFileCredentialsProvider.builder()
                    .stsClient(sts.apply(
                            SdkSystemSetting.AWS_REGION.getStringValue().orElse("aws-global")))
                    .build());
        }
        providers.add(DefaultCredentialsProvider.builder().build());
        return AwsCredentialsProviderChain.builder()
                .credentialsProviders(providers)
                .build();
    }
}
