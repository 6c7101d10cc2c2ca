package io.aboveboard.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.bootstrap.golden.Golden;
import io.aboveboard.bootstrap.state.StateFolder;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
    private static final BuildInfo BUILD = BuildInfo.withoutSink("1.0");
    private static final Map<String, String> COMPLETE = Map.of(
            "GRAFANA_OTLP_ENDPOINT", "https://otlp.example.com/otlp",
            "GRAFANA_OTLP_TOKEN", "123456:canary",
            "OTEL_SERVICE_NAME", "timetracker",
            "HOME", "/home/app");

    private static ConfigReading read(Map<String, String> environment) {
        return ConfigReader.read(new SettingSources(Map.of(), environment, BUILD));
    }

    private static AppConfig valid(Map<String, String> environment) {
        return validOf(read(environment));
    }

    private static AppConfig validOf(ConfigReading reading) {
        assertThat(reading).isInstanceOf(ConfigReading.Valid.class);
        return ((ConfigReading.Valid) reading).config();
    }

    private static String problems(ConfigReading reading) {
        Stream<String> errors = reading instanceof ConfigReading.Invalid invalid
                ? invalid.errors().stream().map(SettingProblem::toString)
                : Stream.of();
        return Stream.concat(errors, reading.warnings().stream().map(warning -> "warning: " + warning))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static Map<String, String> with(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return environment;
    }

    @Test
    void fillsInWhatIsNotSet() {
        AppConfig config = valid(COMPLETE);

        assertThat(config.service().name()).isEqualTo("timetracker");
        assertThat(config.service().version()).isEqualTo("unknown");
        assertThat(config.service().environment()).isEqualTo("production");
        assertThat(config.service().releaseChannel()).isEqualTo("default");
        assertThat(config.stateDir()).isEqualTo(Path.of("/home/app/.local/state/aboveboard/timetracker"));
        assertThat(config.switches()).isEqualTo(Switches.unset());
        assertThat(config.heartbeat())
                .isEqualTo(new HeartbeatConfig(LocalTime.of(3, 0), Duration.ofHours(1), ZoneId.systemDefault()));
        assertThat(Objects.requireNonNull(config.sink()).endpoint())
                .hasToString("https://otlp.example.com/otlp/v1/logs");
        assertThat(config.mayReport()).isTrue();
    }

    @Test
    void takesWhatIsSet() {
        AppConfig config = valid(with(
                "APP_VERSION", " 5.10.0 ",
                "RELEASE_CHANNEL", "beta",
                "DEPLOYMENT_ENVIRONMENT", "staging",
                "INSTALLATION_CONFIG_DIR", "/data",
                "TELEMETRY_HEARTBEAT_AT", "04:30",
                "TELEMETRY_HEARTBEAT_SPREAD", "PT0S",
                "TZ", ":Europe/Vienna"));

        assertThat(config.service().version()).isEqualTo("5.10.0");
        assertThat(config.service().releaseChannel()).isEqualTo("beta");
        assertThat(config.service().environment()).isEqualTo("staging");
        assertThat(config.stateDir()).isEqualTo(Path.of("/data"));
        assertThat(config.heartbeat())
                .isEqualTo(new HeartbeatConfig(LocalTime.of(4, 30), Duration.ZERO, ZoneId.of("Europe/Vienna")));
    }

    @Test
    @Fault("C28")
    void takesTheProxyThatTheEnvironmentNames() {
        Map<String, String> environment = with(
                "TELEMETRY_PROXY_USER", "me",
                "TELEMETRY_PROXY_PASSWORD", "canary",
                "https_proxy", "http://proxy.example:3128");
        assertThat(Objects.requireNonNull(valid(environment).sink()).proxy())
                .hasToString("proxy.example:3128 with credentials");
        assertThat(problems(read(environment))).isEmpty();

        environment.put("NO_PROXY", "example.com");
        assertThat(Objects.requireNonNull(valid(environment).sink()).proxy()).hasToString("none");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        Map<String, String> wrong = new HashMap<>(Map.of(
                "GRAFANA_OTLP_ENDPOINT", "ftp://collector.example",
                "GRAFANA_OTLP_TOKEN", "can\nary",
                "APP_VERSION", "1".repeat(129),
                "TELEMETRY_HEARTBEAT_AT", "three",
                "TELEMETRY_HEARTBEAT_SPREAD", "P1D",
                "TELEMETRY_LAYER", "base",
                "DO_NOT_TRACK", "perhaps",
                "TZ", "Mars/Olympus",
                "XDG_STATE_HOME", "relative"));
        wrong.putAll(Map.of(
                "TELEMETRY_MIRROR_URL", "postgres://app:canary@database.example/timetracker",
                "TELEMETRY_MIRROR_PASSWORD_FILE", "/nowhere/password",
                "TELEMETRY_MIRROR_WRITE_SQL", "UPDATE settings SET allow_analytics = TRUE"));

        Golden.assertApproved(getClass(), "errors.txt", problems(read(wrong)));
    }

    @Fault({"I3", "C16"})
    @Proves(Promise.P11)
    @Test
    void showsNoSecretInAnyText() {
        SettingSources sources = new SettingSources(
                Map.of(), with("GRAFANA_OTLP_TOKEN", "123456:canary"), new BuildInfo("1", "", "canary"));

        assertThat(sources + " " + ConfigReader.read(sources) + " " + read(with("GRAFANA_OTLP_TOKEN", "can\u0001ary")))
                .contains("timetracker")
                .doesNotContain("canary")
                .doesNotContain("123456");
    }

    @Test
    void takesAnEmptyValueForNone() {
        assertThat(problems(read(with("OTEL_SERVICE_NAME", " "))))
                .isEqualTo("OTEL_SERVICE_NAME: is required with a sink; set it to the name of your product, like"
                        + " timetracker\n");
    }

    @Test
    void needsNoServiceWithoutASink() {
        AppConfig config = valid(Map.of("HOME", "/home/app"));

        assertThat(config.sink()).isNull();
        assertThat(config.mayReport()).isFalse();
        assertThat(config.service().name()).isEqualTo("unknown_service");
    }

    @Test
    void prefersWhatWasGivenToTheCall() {
        AppConfig config = validOf(ConfigReader.read(new SettingSources(
                Map.of("INSTALLATION_CONFIG_DIR", "/explicit", "APP_VERSION", ""),
                with("INSTALLATION_CONFIG_DIR", "/environment", "APP_VERSION", "5"),
                BUILD)));

        assertThat(config.stateDir()).isEqualTo(Path.of("/explicit"));
        assertThat(config.service().version()).isEqualTo("5");
    }

    @Test
    void fallsBackToTheSinkOfTheBuild() {
        AppConfig config = validOf(ConfigReader.read(new SettingSources(
                Map.of(),
                Map.of("OTEL_SERVICE_NAME", "timetracker", "HOME", "/home/app"),
                new BuildInfo("1", "https://built.example/otlp", "1:2"))));

        assertThat(Objects.requireNonNull(config.sink()).endpoint()).hasToString("https://built.example/otlp/v1/logs");
    }

    @ParameterizedTest
    @CsvSource({
        "GRAFANA_OTLP_ENDPOINT,https://other.example,GRAFANA_OTLP_TOKEN",
        "GRAFANA_OTLP_TOKEN,3:4,GRAFANA_OTLP_ENDPOINT",
        "TELEMETRY_SINK,otel,OTEL_EXPORTER_OTLP_ENDPOINT"
    })
    void neverMixesTheSinkOfTheBuildWithAnother(String name, String value, String missing) {
        ConfigReading reading = ConfigReader.read(new SettingSources(
                Map.of(),
                Map.of("OTEL_SERVICE_NAME", "timetracker", "HOME", "/home/app", name, value),
                new BuildInfo("1", "https://built.example/otlp", "1:2")));

        assertThat(problems(reading)).startsWith(missing + ": is required").hasLineCount(1);
    }

    @Fault("F4")
    @Test
    void warnsOfAZoneThatDoesNotExistAndTakesUtc() {
        ConfigReading reading = read(with("TZ", "Mars/Olympus"));

        assertThat(validOf(reading).heartbeat().zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(reading.warnings()).containsExactly("TZ: is not a time zone like Europe/Vienna; UTC is used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT1S", "P1D", "1h", "PT"})
    void refusesASpreadThatIsNoPartOfADay(String spread) {
        assertThat(problems(read(with("TELEMETRY_HEARTBEAT_SPREAD", spread))))
                .isEqualTo("TELEMETRY_HEARTBEAT_SPREAD: must be a duration from PT0S to under a day, like PT1H\n");
    }

    @ParameterizedTest
    @CsvSource({
        "TELEMETRY_LAYER,TELEMETRY_LAYERS",
        "TELEMETRY_HEARTBEATAT,TELEMETRY_HEARTBEAT_AT",
        "GRAFANA_OTLP_TOKENFILE,GRAFANA_OTLP_TOKEN_FILE",
        "TELEMETRY_SINKS,TELEMETRY_SINK",
        "TELEMETRY_MIROR_URL,TELEMETRY_MIRROR_URL",
        "TELEMETRY_MIRROR_SQL,TELEMETRY_MIRROR_URL"
    })
    void asksWhetherAnotherNameWasMeant(String wrong, String meant) {
        assertThat(read(with(wrong, "x")).warnings())
                .containsExactly(wrong + ": is not a setting; did you mean " + meant + "?");
    }

    @Test
    void leavesTheNamesOfOthersAlone() {
        assertThat(read(with("OTEL_LOGS_EXPORTER", "none", "TELEMETRICS", "x")).warnings())
                .isEmpty();
    }

    @Test
    void prefersTheStateHomeOfXdg() {
        assertThat(valid(with("XDG_STATE_HOME", "/var/lib")).stateDir())
                .isEqualTo(Path.of("/var/lib/aboveboard/timetracker"));
    }

    @ParameterizedTest
    @CsvSource({"../../etc,_._.._etc", "a/b,a_b", "Zeit Uhr,Zeit_Uhr"})
    void makesOneFileNameOfAnyService(String service, String fileName) {
        assertThat(valid(with("OTEL_SERVICE_NAME", service, "XDG_STATE_HOME", "/s"))
                        .stateDir())
                .isEqualTo(Path.of("/s/aboveboard").resolve(fileName));
    }

    @Test
    void refusesTheFolderOfAnotherService(@TempDir Path folder) {
        StateFolder.of(folder).remember("timetracker");
        Map<String, String> own = with("INSTALLATION_CONFIG_DIR", folder.toString());
        Map<String, String> others =
                with("INSTALLATION_CONFIG_DIR", folder.toString(), "OTEL_SERVICE_NAME", "invoices");

        assertThat(read(own)).isInstanceOf(ConfigReading.Valid.class);
        assertThat(problems(read(others)))
                .isEqualTo("INSTALLATION_CONFIG_DIR: " + folder + " holds the installation of timetracker, not of"
                        + " invoices; name another folder, or set OTEL_SERVICE_NAME to timetracker\n");
    }
}
