package io.aboveboard.bootstrap.status;

import io.aboveboard.bootstrap.view.SafeText;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.Counts;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.port.DeliveryState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The status for people. */
public final class StatusText {
    private StatusText() {}

    /**
     * The whole status.
     *
     * @param status how everything stands
     * @return aligned lines, each with its line break
     */
    public static String of(Status status) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("service", service(status.service()));
        lines.put("install id", orElse("none yet", status.installId()));
        lines.put("telemetry", layers(status));
        lines.put("consent", ConsentText.remarked(status.consent()));
        lines.put("sink", sink(status));
        lines.put(
                "waiting", status.outbox().base() + " base, " + status.outbox().detailed() + " detailed");
        lines.put("counts", counts(status.counts()));
        lines.put("first seen", firstSeen(status.firstSeenSentAt()));
        lines.put("heartbeat", heartbeat(status));
        return lines.entrySet().stream()
                .map(line -> String.format("%-11s %s%n", line.getKey(), SafeText.of(line.getValue())))
                .collect(Collectors.joining());
    }

    private static String service(Service service) {
        return service.name() + " " + service.version() + " (" + service.environment() + ", channel "
                + service.releaseChannel() + ")";
    }

    private static String layers(Status status) {
        if (status.baseRefusal() == RefusalReason.UNIDENTIFIED && status.installId() == null) {
            return "nothing yet: the installation gets its identity when something is first sent";
        }
        Layers layers = Layers.of(status);
        String which = switch (layers.code()) {
            case "all" -> "base telemetry and product events";
            case "base" -> "base telemetry only";
            default -> "off";
        };
        return layers.reason() == null ? which : which + ": " + layers.reason().explanation();
    }

    private static String sink(Status status) {
        if (!status.sink().configured()) {
            return "none; set GRAFANA_OTLP_ENDPOINT and GRAFANA_OTLP_TOKEN";
        }
        String token = status.sink().tokenSet() ? " (token set)" : " (no token)";
        return status.sink().endpoint() + token + delivery(status.delivery());
    }

    private static String delivery(DeliveryState state) {
        if (state.phase() == DeliveryState.Phase.IDLE) {
            return "";
        }
        String phase = ", " + state.phase().name().toLowerCase(Locale.ROOT);
        String failed = state.failedAt() == null ? "" : " (last attempt " + state.failedAt() + ")";
        String reason = state.reason().isEmpty() ? "" : ": " + state.reason();
        return phase
                + failed
                + reason
                + (state.nextAttemptAt() == null ? "" : ", next attempt " + state.nextAttemptAt());
    }

    private static String counts(Counts counts) {
        String dropped = new TreeMap<>(counts.dropped())
                .entrySet().stream()
                        .map(entry -> ", " + entry.getKey().code() + " " + entry.getValue())
                        .collect(Collectors.joining());
        String lost = counts.lostUnclean() == 0 ? "" : ", lost_unclean " + counts.lostUnclean();
        return "offered " + counts.offered() + ", delivered " + counts.delivered() + ", pending " + counts.pending()
                + dropped + lost;
    }

    private static String firstSeen(@Nullable Instant sentAt) {
        return sentAt == null ? "not sent yet" : "sent " + sentAt;
    }

    private static String heartbeat(Status status) {
        return "last " + orElse("never", status.lastBeatOn()) + ", next " + orElse("none", status.nextBeatAt());
    }

    private static String orElse(String otherwise, @Nullable Object value) {
        return value == null ? otherwise : value.toString();
    }
}
