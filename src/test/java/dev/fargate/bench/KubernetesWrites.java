package dev.fargate.bench;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes as the API server has counted them, whoever made them and whatever came of them. Leases are left out: they are the election's. */
record KubernetesWrites(Map<String, Long> byRequest) {
    private static final Pattern LINE = Pattern.compile("apiserver_request_total\\{(.*)} (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** Of a bench's world: nothing else writes there once it stands. */
    static KubernetesWrites counted(KubernetesClient client) {
        return new KubernetesWrites(client.raw("/metrics")
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> Map.entry(request(line.group(1)), (long) Double.parseDouble(line.group(2))))
                .filter(entry -> !entry.getKey().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum)));
    }

    /** {@code VERB resource/subresource} for a write to what the operator writes; empty for anything else. */
    private static String request(String labels) {
        Map<String, String> label = LABEL.matcher(labels)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        boolean ours = label.getOrDefault("group", "").equals("fargate.dev")
                || label.getOrDefault("resource", "").equals("events");
        boolean reads = label.getOrDefault("verb", "").matches("GET|LIST|WATCH|CONNECT");
        return ours && !reads ? label.get("verb") + " " + label.get("resource") + "/" + label.get("subresource") : "";
    }

    KubernetesWrites since(KubernetesWrites before) {
        return new KubernetesWrites(byRequest.entrySet().stream()
                .map(entry ->
                        Map.entry(entry.getKey(), entry.getValue() - before.byRequest.getOrDefault(entry.getKey(), 0L)))
                .filter(entry -> entry.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    long events() {
        return sum("events/");
    }

    /** Status, and metadata and specs, of which the operator writes the finalizer only; the bench's own included. */
    long to(String resource) {
        return sum(resource + "/status") + sum(resource + "/");
    }

    long services() {
        return to("fargateservices");
    }

    long statusesOfRuns() {
        return sum("fargatetasks/status");
    }

    /** Of which the bench makes one, and the operator the finalizer's. */
    long metadataOfRuns() {
        return sum("fargatetasks/");
    }

    long schedules() {
        return to("fargateschedules");
    }

    long environments() {
        return to("fargateenvironments");
    }

    long total() {
        return events() + services() + environments();
    }

    private long sum(String resource) {
        return byRequest.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(" " + resource))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
