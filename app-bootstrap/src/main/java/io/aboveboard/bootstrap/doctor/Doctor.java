package io.aboveboard.bootstrap.doctor;

import io.aboveboard.adapter.consent.file.FileInstallationStore;
import io.aboveboard.adapter.sink.otlp.OtlpDoctor;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.port.DeliveryState;
import io.aboveboard.domain.port.TelemetrySinkException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Looks whether everything is in order. Sends no record; while a kill switch is on it does not go near the network. */
public final class Doctor {
    private Doctor() {}

    /**
     * Looks at everything.
     *
     * @param config the settings, which are sound
     * @param status how everything stands
     * @param clock ours, which is compared with the server's
     * @return what was found, at least one finding
     */
    public static List<Finding> examine(AppConfig config, Status status, InstantSource clock) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("settings", "they are complete and can be read"));
        findings.add(FolderCheck.look(config.stateDir()));
        if (config.database() == null
                && FileInstallationStore.in(config.stateDir()).isLostWithTheContainer()) {
            findings.add(Finding.warning(
                    "container",
                    config.stateDir() + " is lost with the container, and the next one counts as another installation",
                    "mount a volume there"));
        }
        findings.add(consent(status.consent()));
        findings.add(outbox(status));
        findings.addAll(sink(config, clock));
        return findings;
    }

    private static Finding consent(ConsentStanding consent) {
        return switch (consent.state()) {
            case UNKNOWN ->
                Finding.failed(
                        "consent",
                        consent.remark(),
                        "mend what it names, or decide again by consent grant or consent withdraw");
            case UNDECIDED -> Finding.ok("consent", "nobody has decided, which counts as no");
            case DENIED -> Finding.ok("consent", "the decision is no");
            case GRANTED ->
                consent.refusal() == null
                        ? Finding.ok("consent", "the decision is yes")
                        : Finding.warning(
                                "consent", consent.refusal().explanation(), "see consent show for what decided");
        };
    }

    private static Finding outbox(Status status) {
        DeliveryState delivery = status.delivery();
        long waiting = status.counts().pending();
        return switch (delivery.phase()) {
            case IDLE, OK -> Finding.ok("delivery", waiting + " waiting");
            case RETRYING ->
                Finding.warning(
                        "delivery",
                        waiting + " waiting: " + delivery.reason(),
                        "nothing; it is tried again by itself, or now by flush");
            case PARKED ->
                Finding.failed("delivery", waiting + " waiting: " + delivery.reason(), "mend it, then flush");
        };
    }

    private static List<Finding> sink(AppConfig config, InstantSource clock) {
        if (config.isSilenced()) {
            return List.of(Finding.ok("sink", "not looked at: everything is switched off"));
        }
        if (config.sink() == null) {
            return List.of(Finding.warning(
                    "sink",
                    "none is configured, so nothing leaves",
                    "set GRAFANA_OTLP_ENDPOINT and GRAFANA_OTLP_TOKEN if something should"));
        }
        try {
            return OtlpDoctor.examine(config.sink(), clock).stream()
                    .map(Finding::of)
                    .toList();
        } catch (TelemetrySinkException unusable) {
            return List.of(
                    Finding.failed("sink", String.valueOf(unusable.getMessage()), "use the jar as it was built"));
        }
    }
}
