package io.aboveboard.bootstrap.config;

import static io.aboveboard.bootstrap.docs.DeployFile.at;
import static io.aboveboard.bootstrap.docs.DeployFile.documents;
import static io.aboveboard.bootstrap.docs.DeployFile.keys;
import static io.aboveboard.bootstrap.docs.DeployFile.list;
import static io.aboveboard.bootstrap.docs.DeployFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.bootstrap.docs.DeployFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the deployment files and the pages about them set are settings that there are. */
class DeployedSettingsTest {
    private static final Set<String> WITHOUT_OUR_PREFIX = Set.of(
            SettingNames.FOLDER,
            SettingNames.SERVICE,
            SettingNames.VERSION,
            SettingNames.CHANNEL,
            SettingNames.ENVIRONMENT,
            SettingNames.ZONE);

    private static final Pattern OURS = Pattern.compile("(TELEMETRY|GRAFANA_OTLP)_\\w+");

    @Test
    void composeSetsOnlySettings() throws IOException {
        assertSettings(keys(at(documents("compose.yaml").get(0), "x-telemetry", "environment")));
    }

    @Test
    void theSidecarOfThePageOnTheInterfaceSetsOnlySettings() throws IOException {
        assertSettings(keys(at(DeployFile.example("api.md"), "services", "telemetry", "environment")));
    }

    @Test
    void kubernetesSetsOnlySettings() throws IOException {
        List<Object> manifests = documents("kubernetes.yaml");
        Object telemetry = list(at(manifests.get(2), "spec", "template", "spec", "containers"))
                .get(1);
        List<String> names = new ArrayList<>(keys(at(manifests.get(0), "data")));
        list(at(telemetry, "env")).forEach(variable -> names.add((String) at(variable, "name")));
        assertSettings(names);
    }

    @Test
    void theImageSetsTheFolder() throws IOException {
        assertThat(text("Dockerfile")).contains("ENV " + SettingNames.FOLDER + "=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.md", "operations.md", "fleet.md", "privacy-policy-template.md"})
    void pagesNameOnlySettings(String page) throws IOException {
        String text = Files.readString(Path.of("..", "docs", page));
        assertThat(unknownAmong(OURS.matcher(text)
                        .results()
                        .map(match -> match.group())
                        .distinct()
                        .toList()))
                .isEmpty();
    }

    @Test
    void wouldNoticeANameThatIsNone() {
        assertThat(unknownAmong(List.of("TELEMETRY_DATABASE_URI", "GRAFANA_OTLP_TOKEN")))
                .containsExactly("TELEMETRY_DATABASE_URI");
    }

    private static void assertSettings(Collection<String> names) {
        assertThat(names).contains(SettingNames.SERVICE, SettingNames.GRAFANA_ENDPOINT);
        assertThat(unknownAmong(names)).isEmpty();
        assertThat(names.stream().filter(name -> !OURS.matcher(name).matches())).isSubsetOf(WITHOUT_OUR_PREFIX);
    }

    private static List<String> unknownAmong(Collection<String> names) {
        return SettingNames.unknownAmong(names).stream()
                .map(SettingProblem::setting)
                .toList();
    }
}
