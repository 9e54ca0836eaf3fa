package dev.fargate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.Profiles.Cluster;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningPodsTest {
    private static final String PEM = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----";
    private static final Cluster EKS =
            new Cluster("prod", "ACTIVE", "vpc-1", "https://ABC.gr7.eks.amazonaws.com", base64(PEM + "\n"));

    @Test
    void in_the_cluster_its_authority_tells_whatever_the_address(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("ca.crt"), PEM);

        assertThat(RunningPods.isReachedBy(
                        reaching("https://10.100.0.1:443/")
                                .withCaCertFile(file.toString())
                                .build(),
                        EKS))
                .isTrue();
    }

    @Test
    void a_kubeconfig_has_the_authority_in_it() {
        assertThat(RunningPods.isReachedBy(
                        reaching("https://proxy").withCaCertData(base64(PEM)).build(), EKS))
                .isTrue();
    }

    @Test
    void from_outside_the_address_tells() {
        assertThat(RunningPods.isReachedBy(
                        reaching("https://abc.gr7.eks.amazonaws.com/").build(), EKS))
                .isTrue();
    }

    @Test
    void another_cluster_is_another_one() {
        Config other = reaching("https://10.100.0.1:443/")
                .withCaCertData(base64(PEM.replace("MIIB", "MIIC")))
                .build();

        assertThat(RunningPods.isReachedBy(other, EKS)).isFalse();
        assertThat(RunningPods.isReachedBy(other, new Cluster("new", "CREATING", "vpc-1", "", "")))
                .isFalse();
    }

    private static ConfigBuilder reaching(String url) {
        return new ConfigBuilder(Config.empty()).withMasterUrl(url);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
