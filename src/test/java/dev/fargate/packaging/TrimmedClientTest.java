package dev.fargate.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;

class TrimmedClientTest {
    private static final String CLIENT = "software.amazon.awssdk.services.ec2.DefaultEc2Client";

    @TempDir
    private Path directory;

    /** Plays the operator. */
    record Caller(Ec2Client client) {
        void call() {
            client.describeVpcs(DescribeVpcsRequest.builder().build());
            client.describeRegions(request -> {});
        }
    }

    @Test
    void leavesTheOperationsThatAreCalledInClientsThatTheJvmAccepts() throws Exception {
        Path trimmed = directory.resolve("ec2.jar");
        TrimmedClient.of(whole(), operator()).write(trimmed);

        try (URLClassLoader loader = withInsteadOfTheWhole(trimmed)) {
            Class<?> client = loader.loadClass(CLIENT);

            // Verifies it.
            Class.forName(CLIENT, true, loader);
            assertThat(Arrays.stream(client.getMethods())
                            .map(Method::getName)
                            .filter(name -> name.startsWith("describe") || name.startsWith("run"))
                            .distinct())
                    .containsExactlyInAnyOrder("describeVpcs", "describeRegions");
            assertThat(client.getMethod("describeRegions", Consumer.class)).isNotNull();
        }
    }

    @Test
    void leavesOutTheClassesOfOtherOperationsAndNothingElse() throws IOException {
        Jar whole = whole();

        Jar trimmed = TrimmedClient.of(whole, operator());

        String of = "software/amazon/awssdk/services/ec2/";
        assertThat(trimmed.classes())
                .containsKeys(of + "model/DescribeVpcsResponse", of + "model/Vpc", of + "model/Tag")
                .doesNotContainKeys(of + "model/RunInstancesRequest", of + "waiters/Ec2Waiter", of + "Ec2AsyncClient");
        assertThat(whole.files().keySet().stream()
                        .filter(file ->
                                !file.matches(".*/(model|transform|paginators|waiters)/.*") && !file.contains("Async")))
                .allMatch(trimmed.files()::containsKey);
    }

    private static Jar operator() throws IOException {
        String file = Caller.class.getName().replace('.', '/') + ".class";
        try (var bytes = Caller.class.getResourceAsStream("/" + file)) {
            return new Jar(Map.of(file, bytes.readAllBytes()));
        }
    }

    private static Jar whole() throws IOException {
        return Jar.read(Path.of(Ec2Client.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()));
    }

    private static URLClassLoader withInsteadOfTheWhole(Path trimmed) {
        URL[] urls = Stream.concat(
                        Stream.of(trimmed),
                        Arrays.stream(System.getProperty("java.class.path")
                                        .split(System.getProperty("path.separator"), -1))
                                .filter(entry -> !entry.contains("ec2"))
                                .map(Path::of))
                .map(path -> {
                    try {
                        return path.toUri().toURL();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }
}
