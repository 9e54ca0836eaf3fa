package dev.fargate.aws.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Authorities beside those of the JVM, as a proxy that looks into TLS needs them. The SDK for Java does not read {@code AWS_CA_BUNDLE} as
 * the other SDKs do (SDKs and Tools reference guide, "General configuration settings").
 */
final class CaBundle {
    private CaBundle() {}

    /** Trusts what the JVM trusts and every certificate of a PEM file. */
    static TrustManager[] trusting(Path pem) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate : trustedByTheJvm()) {
                add(certificate, store);
            }
            for (Certificate certificate : read(pem)) {
                add(certificate, store);
            }
            return managers(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "AWS_CA_BUNDLE: %s cannot be read as PEM certificates: %s".formatted(pem, e.getMessage()), e);
        }
    }

    private static void add(Certificate certificate, KeyStore store) throws GeneralSecurityException {
        store.setCertificateEntry("authority-" + store.size(), certificate);
    }

    private static Collection<? extends Certificate> read(Path pem) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new GeneralSecurityException("it has none");
            }
            return found;
        }
    }

    private static X509Certificate[] trustedByTheJvm() throws GeneralSecurityException {
        return Stream.of(managers(null))
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }

    /** For the authorities of a store; none is the JVM's own. */
    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
