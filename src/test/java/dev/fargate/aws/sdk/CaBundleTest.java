package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.ErrorClass;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AWS behind an authority that the JVM does not know. */
class CaBundleTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path directory;

    private HttpsServer server;

    @BeforeAll
    static void makeAuthority() throws Exception {
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=proxy", "-ext", "san=ip:127.0.0.1", "-validity", "2");
        keytool(
                "-exportcert",
                "-rfc",
                "-file",
                directory.resolve("authority.pem").toString());
    }

    @BeforeEach
    void start() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity()));
        server.createContext("/", exchange -> {
            byte[] reply = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
        System.setProperty(
                "aws.endpointUrl", "https://127.0.0.1:" + server.getAddress().getPort());
        System.setProperty("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
        System.setProperty("aws.secretAccessKey", "none");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        List.of("aws.endpointUrl", "aws.accessKeyId", "aws.secretAccessKey").forEach(System::clearProperty);
    }

    @Test
    void anAuthorityOfTheBundleIsTrusted() {
        tag(Optional.of(directory.resolve("authority.pem")));
    }

    @Test
    void withoutTheBundleNothingIsSent() {
        AwsException refusal = catchThrowableOfType(AwsException.class, () -> tag(Optional.empty()));

        assertThat(refusal.errorClass()).isEqualTo(ErrorClass.TRANSIENT);
    }

    @Test
    void theAuthoritiesOfTheJvmAreTrustedStill() {
        assertThat(CaBundle.trusting(directory.resolve("authority.pem")))
                .singleElement()
                .satisfies(manager -> assertThat(((javax.net.ssl.X509TrustManager) manager).getAcceptedIssuers())
                        .hasSizeGreaterThan(10));
    }

    @Test
    void aFileWithoutCertificatesIsRefusedByName() throws Exception {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");

        assertThatThrownBy(() -> CaBundle.trusting(empty))
                .hasMessageContaining("AWS_CA_BUNDLE")
                .hasMessageContaining("empty.pem");
        assertThatThrownBy(() -> CaBundle.trusting(directory.resolve("absent.pem")))
                .hasMessageContaining("absent.pem");
    }

    private static void tag(Optional<Path> bundle) {
        try (SdkAccounts accounts = new SdkAccounts(
                new ClientSettings("1.2.3", "c1", ClientSettings.Timeouts.DEFAULT, bundle),
                new SimpleMeterRegistry(),
                () -> {})) {
            accounts.of(new AwsScope("dev", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN))
                    .tags()
                    .tag("arn:service", Map.of("team", "red"));
        }
    }

    private static SSLContext identity() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve("identity.p12"))) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-alias",
                "proxy",
                "-keystore",
                directory.resolve("identity.p12").toString(),
                "-storepass",
                new String(PASSWORD)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
    }
}
