package dev.fargate.testing;

import dev.fargate.simulator.LocalTools;
import dev.fargate.simulator.SimulatorProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a platform team has in its account before the first workload: network, roles, target group, registry, secret, file system. */
public record SeededAccount(Map<String, String> variables) {

    /** Puts them there. */
    public static SeededAccount in(SimulatorProcess aws) {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                    LocalTools.provided().python(),
                    Path.of("operator", "local", "seed.py").toString(),
                    aws.endpoint().toString());
            builder.environment().putAll(aws.environment());
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("operator/local/seed.py failed: " + printed);
            }
            Map<String, String> variables = new LinkedHashMap<>();
            printed.lines().filter(line -> line.contains("=")).forEach(line -> {
                String[] pair = line.split("=", 2);
                variables.put(pair[0].replace("export ", "").strip(), pair[1].replaceAll("^['\"]|['\"]$", ""));
            });
            return new SeededAccount(variables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the account was seeded", e);
        }
    }

    /** Puts the account's ids and ARNs where the text says {@code ${NAME}}. */
    public String filled(String text) {
        String result = text;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            result = result.replace("${" + variable.getKey() + "}", variable.getValue());
        }
        if (result.contains("${")) {
            throw new IllegalArgumentException("the account has none of what this names: " + result);
        }
        return result;
    }

    public String get(String variable) {
        return variables.get(variable);
    }
}
