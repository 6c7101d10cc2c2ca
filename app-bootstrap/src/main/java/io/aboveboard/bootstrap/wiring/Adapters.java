package io.aboveboard.bootstrap.wiring;

import io.aboveboard.adapter.consent.jdbc.JdbcConsentMirror;
import io.aboveboard.adapter.outbox.file.FileOutbox;
import io.aboveboard.adapter.sink.otlp.OtlpTelemetrySink;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.config.MirrorConfig;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.AboveboardBuilder;
import io.aboveboard.domain.host.EnvironmentSwitches;
import io.aboveboard.domain.host.JvmMachineNames;
import io.aboveboard.domain.host.JvmPlatformProbe;
import io.aboveboard.domain.port.ConsentMirror;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.PlatformProbe;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.privacy.MachineNames;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Makes of each setting what it stands for: the one place that both ways of wiring share. */
final class Adapters {
    private Adapters() {}

    static Outbox outbox(AppConfig config) {
        return FileOutbox.in(config.stateDir());
    }

    static TelemetrySink sink(AppConfig config) {
        return sink(config, OtlpSinkConfig.LONGEST_TIMEOUT);
    }

    /** A sink that waits no longer than this for an answer, whatever the settings say. */
    static TelemetrySink sink(AppConfig config, Duration longest) {
        OtlpSinkConfig sink = config.sink();
        return sink == null ? TelemetrySink.none() : OtlpTelemetrySink.create(sink.within(longest));
    }

    /** None where everything is off: to off belongs that no database is asked. */
    static ConsentMirror mirror(AppConfig config) {
        MirrorConfig mirror = config.mirror();
        return mirror == null || config.isSilenced()
                ? ConsentMirror.none()
                : JdbcConsentMirror.create(mirror.database(), mirror.sql());
    }

    /** The zone that is reported is the one in which beats are timed, also where {@code TZ} was no zone. */
    static PlatformProbe probe(AppConfig config) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("TZ", config.heartbeat().zone().getId());
        return new DockerPlatformProbe(
                JvmPlatformProbe.of(environment, textOf(System.getProperties())), DockerPlatformProbe.MARKS);
    }

    private static Map<String, String> textOf(Properties properties) {
        Map<String, String> text = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> text.put(name, properties.getProperty(name, "")));
        return text;
    }

    private static MachineNames machineNames() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.computeIfAbsent("HOSTNAME", unset -> HostNameFile.read(HostNameFile.OF_LINUX));
        return JvmMachineNames.of(environment, System.getProperties());
    }

    /** Warnings about the switches were told with those about the other settings. */
    static AboveboardBuilder settings(AppConfig config) {
        return Aboveboard.of(config.service().name(), config.service().version())
                .deploymentEnvironment(config.service().environment())
                .releaseChannel(config.service().releaseChannel())
                .machineNames(machineNames())
                .consentText(config.terms().textVersion())
                .schema(config.terms().schema())
                .environmentSwitches(new EnvironmentSwitches(config.switches(), List.of()))
                .heartbeatAt(config.heartbeat().at())
                .heartbeatSpread(config.heartbeat().spread())
                .zone(config.heartbeat().zone());
    }
}
