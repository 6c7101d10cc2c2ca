package io.aboveboard.bootstrap.docs;

import static io.aboveboard.bootstrap.docs.DeployFile.at;
import static io.aboveboard.bootstrap.docs.DeployFile.documents;
import static io.aboveboard.bootstrap.docs.DeployFile.keys;
import static io.aboveboard.bootstrap.docs.DeployFile.list;
import static io.aboveboard.bootstrap.docs.DeployFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeployFilesTest {
    private static final List<String> SHARED =
            List.of("TELEMETRY_DATABASE_URL", "TELEMETRY_DATABASE_USER", "TELEMETRY_DATABASE_PASSWORD_FILE", "TZ");

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

    /** Where the zones differ, replicas disagree what date it is. */
    @Test
    @Proves(Promise.P4)
    @Fault("F4")
    void giveAllReplicasOneDatabaseAndOneZone() throws IOException {
        Object compose = documents("compose.yaml").get(0);
        List<Object> environments = new ArrayList<>();
        for (int replica = 1; replica <= 3; replica++) {
            environments.add(at(compose, "services", "telemetry-" + replica, "environment"));
        }
        environments.add(at(documents("kubernetes.yaml").get(0), "data"));
        for (String setting : SHARED) {
            assertThat(environments)
                    .extracting(environment -> at(environment, setting))
                    .as(setting)
                    .hasSize(4);
        }
        for (String setting : List.of("TZ", "TELEMETRY_DATABASE_URL", "TELEMETRY_DATABASE_USER")) {
            assertThat(environments)
                    .extracting(environment -> at(environment, setting))
                    .as(setting)
                    .containsOnly(at(environments.get(0), setting));
        }
        assertThat(ZoneId.getAvailableZoneIds()).contains(String.valueOf(at(environments.get(0), "TZ")));
        assertThat(environments)
                .allSatisfy(environment -> assertThat(keys(environment))
                        .as("a secret is not in the file")
                        .doesNotContain("TELEMETRY_DATABASE_PASSWORD", "GRAFANA_OTLP_TOKEN"));
        assertThat(text("compose.yaml")).as("no replica has a zone of its own").containsOnlyOnce("TZ:");
    }

    @Test
    void nameTheDatabaseThatIsThere() throws IOException {
        Object compose = documents("compose.yaml").get(0);
        Object shared = at(compose, "services", "telemetry-1", "environment");
        Object database = at(compose, "services", "db", "environment");
        assertThat(at(shared, "TELEMETRY_DATABASE_URL"))
                .isEqualTo("jdbc:postgresql://db:5432/" + at(database, "POSTGRES_DB"));
        assertThat(at(shared, "TELEMETRY_DATABASE_USER")).isEqualTo(at(database, "POSTGRES_USER"));
        assertThat(text("kubernetes.yaml")).contains("There has to be a PostgreSQL");
    }

    @Test
    void askAPodOnlyWhetherItListensWhereItDoes() throws IOException {
        Object set = at(documents("kubernetes.yaml").get(2), "spec");
        Object telemetry = list(at(set, "template", "spec", "containers")).get(1);
        for (String probe : List.of("startupProbe", "livenessProbe")) {
            assertThat(strings(at(telemetry, probe, "exec", "command")))
                    .as(probe)
                    .last()
                    .asString()
                    .contains("/dev/tcp/127.0.0.1/4319");
        }
        assertThat(keys(telemetry)).doesNotContain("readinessProbe");
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
