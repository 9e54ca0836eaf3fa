package dev.fargate.runtime;

import dev.fargate.aws.Profiles.Cluster;
import dev.fargate.profile.OwnCluster;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * The pods of the cluster that this operator serves, read only when a profile is to be deleted.
 *
 * @param namespace of the operator's own pod
 * @param pod its name
 */
record RunningPods(KubernetesClient client, String namespace, String pod) implements OwnCluster {
    /** EKS puts it on each pod that it schedules on Fargate. */
    private static final String PROFILE = "eks.amazonaws.com/fargate-profile";

    private static final long PAGE = 500;
    private static final int FORBIDDEN = 403;
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    @Override
    public boolean is(Cluster cluster) {
        return isReachedBy(client.getConfiguration(), cluster);
    }

    /** Each EKS cluster has an authority of its own; from outside, its API server is called by the name that EKS tells. */
    static boolean isReachedBy(Config configuration, Cluster cluster) {
        String url = configuration.getMasterUrl().replaceAll("/$", "");
        return (!cluster.endpoint().isEmpty() && url.equalsIgnoreCase(cluster.endpoint()))
                || (!cluster.certificateAuthority().isEmpty()
                        && authority(configuration)
                                .filter(decoded(cluster.certificateAuthority())::equals)
                                .isPresent());
    }

    @Override
    public Optional<Pods> on(String profile) {
        int running = 0;
        boolean operator = false;
        String next = null;
        try {
            do {
                PodList page = client.pods()
                        .inAnyNamespace()
                        .withLabel(PROFILE, profile)
                        .list(new ListOptionsBuilder()
                                .withLimit(PAGE)
                                .withContinue(next)
                                .build());
                for (Pod found : page.getItems()) {
                    running += ENDED.contains(found.getStatus().getPhase()) ? 0 : 1;
                    operator |= found.getMetadata().getName().equals(pod)
                            && found.getMetadata().getNamespace().equals(namespace);
                }
                next = page.getMetadata().getContinue();
            } while (next != null && !next.isEmpty());
            return Optional.of(new Pods(running, operator));
        } catch (KubernetesClientException e) {
            if (e.getCode() == FORBIDDEN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Optional<String> authority(Config configuration) {
        if (configuration.getCaCertData() != null) {
            return Optional.of(decoded(configuration.getCaCertData()));
        }
        return Optional.ofNullable(configuration.getCaCertFile()).map(Path::of).map(RunningPods::read);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(String base64) {
        return base64.startsWith("-----")
                ? base64.strip()
                : new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8).strip();
    }
}
