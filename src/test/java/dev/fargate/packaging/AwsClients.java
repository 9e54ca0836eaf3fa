package dev.fargate.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the clients of AWS services in {@code target/lib} down to the operations that the operator calls. A client has a method for each
 * operation of its service, and the JVM's verifier loads the request class of each: for two operations of EC2 that is 16 MB of classes,
 * a fifth of the operator's memory.
 */
public final class AwsClients {
    /** The SDK finds credentials by STS without our calling it, by reflection; and STS has few operations. */
    private static final String WHOLE = "sts-";

    private AwsClients() {}

    /**
     * Writes the smaller jars over the whole ones.
     *
     * @param arguments the operator's jar, the file with the classpath that has the whole jars, and the directory of the smaller ones
     */
    public static void main(String[] arguments) throws IOException {
        Jar operator = Jar.read(Path.of(arguments[0]));
        List<Path> classpath = Arrays.stream(
                        Files.readString(Path.of(arguments[1])).strip().split(System.getProperty("path.separator"), -1))
                .map(Path::of)
                .toList();
        for (Path whole : classpath) {
            Path installed = Path.of(arguments[2]).resolve(whole.getFileName());
            if (Files.exists(installed) && !whole.getFileName().toString().startsWith(WHOLE)) {
                Jar jar = Jar.read(whole);
                if (TrimmedClient.hasClient(jar)) {
                    TrimmedClient.of(jar, operator).write(installed);
                }
            }
        }
    }
}
