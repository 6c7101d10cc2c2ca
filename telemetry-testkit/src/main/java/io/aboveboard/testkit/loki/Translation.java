package io.aboveboard.testkit.loki;

import io.aboveboard.testkit.otlp.ReceivedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes of an OTLP record what Loki makes of it: labels, a line, and structured metadata. Not thread-safe. */
final class Translation {
    /** The resource attributes that identify a stream unless a Loki is set up otherwise. */
    private static final Set<String> INDEXED = Set.of(
            "cloud.availability_zone",
            "cloud.region",
            "container.name",
            "deployment.environment",
            "deployment.environment.name",
            "k8s.cluster.name",
            "k8s.container.name",
            "k8s.cronjob.name",
            "k8s.daemonset.name",
            "k8s.deployment.name",
            "k8s.job.name",
            "k8s.namespace.name",
            "k8s.pod.name",
            "k8s.replicaset.name",
            "k8s.statefulset.name",
            "service.instance.id",
            "service.name",
            "service.namespace");

    private final ReceivedRecord received;
    private final Map<String, String> labels = new TreeMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<String> merged = new ArrayList<>();
    private int metadataBytes;
    private int metadataEntries;

    private Translation(ReceivedRecord received) {
        this.received = received;
    }

    static Translation of(ReceivedRecord received) {
        Translation translation = new Translation(received);
        received.attributes().forEach(translation::addMetadata);
        translation.addFields();
        received.resource().forEach(translation::addResource);
        translation.labels.putIfAbsent("service_name", "unknown_service");
        return translation;
    }

    ReceivedRecord received() {
        return received;
    }

    Map<String, String> labels() {
        return labels;
    }

    int lineBytes() {
        return utf8Length(received.body());
    }

    int metadataBytes() {
        return metadataBytes;
    }

    int metadataEntries() {
        return metadataEntries;
    }

    LokiEntry entry() {
        return new LokiEntry(labels, received.time(), received.body(), metadata, merged, received);
    }

    private void addFields() {
        addMetadata("observed_timestamp", ChronoUnit.NANOS.between(Instant.EPOCH, received.observedTime()));
        addMetadata("severity_number", received.severity());
        addMetadata("severity_text", "INFO");
        addMetadata("scope_name", received.scope());
    }

    private void addResource(String key, Object value) {
        if (INDEXED.contains(key)) {
            labels.put(nameOf(key), String.valueOf(value));
        } else {
            addMetadata(key, value);
        }
    }

    private void addMetadata(String key, Object value) {
        String name = nameOf(key);
        String text = String.valueOf(value);
        metadataEntries++;
        metadataBytes += utf8Length(name) + utf8Length(text);
        if (metadata.put(name, text) != null) {
            merged.add(name);
        }
    }

    static String nameOf(String key) {
        String name = key.replaceAll("[^a-zA-Z0-9_]", "_");
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "key_" + name : name;
    }

    static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
