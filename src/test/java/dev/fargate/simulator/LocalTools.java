package dev.fargate.simulator;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The programs that tests run, where {@code operator/local/provide} has put them. */
public final class LocalTools {
    private static final Path DESCRIPTION = Path.of("target", "local", "tools.properties");

    private final Properties properties;

    private LocalTools(Properties properties) {
        this.properties = properties;
    }

    /** Reads what the last run of the script has written. */
    public static LocalTools provided() {
        Properties properties = new Properties();
        try (Reader description = Files.newBufferedReader(DESCRIPTION)) {
            properties.load(description);
        } catch (IOException e) {
            throw new UncheckedIOException("Run operator/local/provide first: it writes " + DESCRIPTION, e);
        }
        return new LocalTools(properties);
    }

    public String motoServer() {
        return get("motoServer");
    }

    public String python() {
        return get("python");
    }

    public String kubectl() {
        return get("kubectl");
    }

    /** The AWS CLI. */
    public String aws() {
        return get("aws");
    }

    /** The directory with AWS's service models. */
    public String botocoreData() {
        return get("botocoreData");
    }

    public String etcd() {
        return get("etcd");
    }

    public String kubeApiServer() {
        return get("kubeApiServer");
    }

    public String kubeControllerManager() {
        return get("kubeControllerManager");
    }

    /** Helm 3 and Helm 4. */
    public List<String> helms() {
        return List.of(get("helm3"), get("helm4"));
    }

    /** Prints what Flux makes of resources; only where there was Go to build it. */
    public Optional<String> kstatus() {
        return Optional.of(get("kstatus")).filter(program -> !program.isEmpty());
    }

    private String get(String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(DESCRIPTION + " has no " + key + "; run operator/local/provide again");
        }
        return value;
    }
}
