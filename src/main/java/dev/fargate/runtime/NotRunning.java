package dev.fargate.runtime;

import java.net.URL;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operator could not be started; the message tells why and what to look at. */
public final class NotRunning extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotRunning(URL apiServer, RuntimeException cause) {
        super("""
                The operator cannot start with the API server at %s: %s
                Does it answer (kubectl get --raw /readyz), is it the right one (KUBECONFIG), and are the CRDs and operator/rbac.yaml \
                applied there?""".formatted(apiServer, reasons(cause)), cause);
    }

    private static String reasons(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(cause -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                .distinct()
                .collect(Collectors.joining(" <- "));
    }
}
