package io.aboveboard.bootstrap.docs;

import static io.aboveboard.bootstrap.docs.DeployFile.at;
import static io.aboveboard.bootstrap.docs.DeployFile.documents;
import static io.aboveboard.bootstrap.docs.DeployFile.keys;
import static io.aboveboard.bootstrap.docs.DeployFile.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeployFilesTest {
    @Test
    void runThreeReplicasEachWithAFolderAndANetworkOfItsOwn() throws IOException {
        Object compose = documents("compose.yaml").get(0);
        Set<Object> volumes = new HashSet<>();
        Set<Object> networks = new HashSet<>();
        for (int replica = 1; replica <= 3; replica++) {
            Object service = at(compose, "services", "telemetry-" + replica);
            volumes.addAll(list(at(service, "volumes")));
            networks.add(at(service, "network_mode"));
            assertThat(keys(at(service, "environment"))).contains("TELEMETRY_DATABASE_URL");
        }
        assertThat(volumes).hasSize(3);
        assertThat(networks).containsExactlyInAnyOrder("service:app-1", "service:app-2", "service:app-3");
        assertThat(keys(at(compose, "services"))).contains("app-1", "app-2", "app-3", "db");
    }

    @Test
    void completeTheSidecarOfThePageOnTheInterface() throws IOException {
        Object compose = DeployFile.example("api.md");
        Object sidecar = at(compose, "services", "telemetry");
        Set<String> secrets = new HashSet<>(keys(at(compose, "secrets")));

        assertThat(strings(at(sidecar, "secrets"))).hasSameElementsAs(secrets);
        assertThat(strings(at(compose, "services", "app", "secrets"))).isSubsetOf(secrets);
        assertThat(at(sidecar, "environment", "GRAFANA_OTLP_ENDPOINT"))
                .asString()
                .startsWith("https://");
        for (String name : List.of("TELEMETRY_HTTP_TOKEN_FILE", "GRAFANA_OTLP_TOKEN_FILE")) {
            assertThat(at(sidecar, "environment", name).toString().replace("/run/secrets/", ""))
                    .isIn(secrets);
        }
        assertThat(strings(at(sidecar, "volumes")))
                .containsExactly(keys(at(compose, "volumes")).get(0) + ":/state");
        assertThat(DeployFile.text("Dockerfile")).contains("VOLUME /state");
        assertThat(at(sidecar, "environment", "TELEMETRY_HTTP_ALLOWED_HOSTS")).isEqualTo("telemetry");
    }

    @Test
    void giveEachPodOfThreeAVolumeOfItsOwn() throws IOException {
        List<Object> manifests = documents("kubernetes.yaml");
        assertThat(manifests)
                .extracting(manifest -> at(manifest, "kind"))
                .containsExactly("ConfigMap", "Service", "StatefulSet");
        Object set = at(manifests.get(2), "spec");
        assertThat(at(set, "replicas")).isEqualTo(3);
        Object telemetry = list(at(set, "template", "spec", "containers")).get(1);
        assertThat(list(at(telemetry, "volumeMounts")))
                .extracting(mount -> at(mount, "name"))
                .contains(at(list(at(set, "volumeClaimTemplates")).get(0), "metadata", "name"));
    }

    @Test
    void defineEachPartOfTheCollectorThatItsPipelineUses() throws IOException {
        Object collector = documents("collector.yaml").get(0);
        Object logs = at(collector, "service", "pipelines", "logs");
        for (String kind : List.of("receivers", "processors", "exporters")) {
            assertThat(keys(at(collector, kind))).as(kind).hasSameElementsAs(strings(at(logs, kind)));
        }
        assertThat(keys(at(collector, "extensions")))
                .hasSameElementsAs(strings(at(collector, "service", "extensions")));
    }

    @Test
    void makeALabelOfWhatRetentionSelectsAndOfNothingElse() throws IOException {
        Object limits = at(documents("loki.yaml").get(0), "limits_config");
        Object labels = list(at(limits, "otlp_config", "resource_attributes", "attributes_config"))
                .get(0);
        Object base = list(at(limits, "retention_stream")).get(0);
        assertThat(at(labels, "attributes")).isEqualTo(List.of("detailed"));
        assertThat(at(base, "selector")).isEqualTo("{detailed=\"false\"}");
        assertThat(at(base, "period")).as("12 months").isEqualTo(365 * 24 + "h");
        assertThat(strings(at(documents("collector.yaml").get(0), "processors", "groupbyattrs", "keys")))
                .contains("detailed")
                .doesNotContain("install_id");
    }

    private static List<String> strings(Object node) {
        return list(node).stream().map(String::valueOf).toList();
    }
}
