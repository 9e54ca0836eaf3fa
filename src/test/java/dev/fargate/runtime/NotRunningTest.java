package dev.fargate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class NotRunningTest {
    @Test
    void theMessageHasTheAddressAndEachReasonOnceAndTheNextCommand() throws MalformedURLException {
        KubernetesClientException failure = new KubernetesClientException(
                "kube-system could not be read",
                new KubernetesClientException("kube-system could not be read", refused()));

        assertThat(new NotRunning(URI.create("https://10.0.0.1:6443/").toURL(), failure))
                .hasMessageContaining("https://10.0.0.1:6443/: kube-system could not be read <- Connection refused\n")
                .hasMessageContaining("kubectl get --raw /readyz");
    }

    private static ConnectException refused() {
        return new ConnectException("Connection refused");
    }
}
