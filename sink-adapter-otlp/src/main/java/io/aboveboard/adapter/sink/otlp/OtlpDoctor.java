package io.aboveboard.adapter.sink.otlp;

import io.aboveboard.adapter.sink.otlp.OtlpFinding.Check;
import io.aboveboard.adapter.sink.otlp.answer.AnswerTable;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.adapter.sink.otlp.http.Exchange;
import io.aboveboard.adapter.sink.otlp.http.OtlpHttpClient;
import io.aboveboard.adapter.sink.otlp.http.ServerAnswer;
import io.aboveboard.domain.port.TelemetrySinkException;
import io.aboveboard.domain.port.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Looks whether records would arrive at a sink, by an export that holds none: it takes the way that records take, and
 * within the same deadline. Used once, by one thread.
 */
public final class OtlpDoctor {
    /** A clock that is this far off is set by hand or not at all. */
    private static final Duration NOTABLE = Duration.ofMinutes(1);

    /** Loki refuses what is further ahead. */
    private static final Duration INTOLERABLE = Duration.ofMinutes(10);

    private static final byte[] NO_RECORDS = {};

    private static final Map<Exchange.Step, Check> CHECKS = new EnumMap<>(Map.of(
            Exchange.Step.NAME, Check.NAME,
            Exchange.Step.CONNECTION, Check.CONNECTION,
            Exchange.Step.TLS, Check.TLS,
            Exchange.Step.ANSWER, Check.RECEIVER));

    private static final Map<Check, String> REMEDIES = Map.of(
            Check.NAME, "check the endpoint, the name service and the proxy",
            Check.CONNECTION, "check the endpoint, the firewall and the proxy",
            Check.TLS, "check the endpoint, the clock, and the certificates the sink is configured to trust",
            Check.RECEIVER, "check the endpoint, and what stands between: a proxy, a load balancer, a portal");

    private final OtlpSinkConfig config;
    private final InstantSource clock;
    private final List<OtlpFinding> findings = new ArrayList<>();

    private OtlpDoctor(OtlpSinkConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Looks, and takes no longer than the sink's timeout.
     *
     * @param config the sink
     * @param clock ours, which is compared with the server's
     * @return what was found, in the order of the checks, up to the first failure on the way
     * @throws TelemetrySinkException where the OpenTelemetry on the class path is too old to send with
     */
    public static List<OtlpFinding> examine(OtlpSinkConfig config, InstantSource clock) {
        try (OtlpHttpClient client =
                new OtlpHttpClient(config, Encoding.create().userAgent())) {
            return new OtlpDoctor(config, clock).examine(client.post(NO_RECORDS).await());
        }
    }

    private List<OtlpFinding> examine(Exchange exchange) {
        if (exchange instanceof Exchange.Unanswered unanswered) {
            Check check = CHECKS.getOrDefault(unanswered.step(), Check.RECEIVER);
            passed(check);
            findings.add(OtlpFinding.failed(check, unanswered.reason(), REMEDIES.getOrDefault(check, "")));
        } else {
            ServerAnswer answer = ((Exchange.Answered) exchange).answer();
            passed(Check.RECEIVER);
            examineAnswer(answer);
            examineClock(answer);
        }
        return List.copyOf(findings);
    }

    /** Whoever has come as far as this check has passed those before it. */
    private void passed(Check check) {
        if (check.compareTo(Check.NAME) > 0) {
            findings.add(OtlpFinding.ok(Check.NAME, "the name can be looked up"));
        }
        if (check.compareTo(Check.CONNECTION) > 0) {
            findings.add(OtlpFinding.ok(Check.CONNECTION, "there is a connection"));
        }
        if (check.compareTo(Check.TLS) > 0) {
            findings.add(encryption());
        }
    }

    private OtlpFinding encryption() {
        if ("https".equals(config.endpoint().getScheme())) {
            return OtlpFinding.ok(Check.TLS, "encrypted, and the certificate is in order");
        }
        return config.exposesCredentials()
                ? OtlpFinding.warning(
                        Check.TLS, "credentials travel unencrypted, as was allowed", "use an https:// endpoint")
                : OtlpFinding.ok(Check.TLS, "not encrypted: it stays on this machine, or carries no credentials");
    }

    private void examineAnswer(ServerAnswer answer) {
        Verdict verdict = AnswerTable.verdict(answer, 1, clock.instant());
        if (verdict instanceof Verdict.Parked parked) {
            findings.add(OtlpFinding.failed(checkOf(answer.status()), parked.reason(), parked.remedy()));
        } else if (verdict instanceof Verdict.Retry retry) {
            findings.add(
                    isBusy(answer.status())
                            ? OtlpFinding.warning(
                                    Check.RECEIVER, retry.reason(), "wait; delivery tries again by itself")
                            : OtlpFinding.failed(
                                    Check.RECEIVER, retry.reason(), REMEDIES.getOrDefault(Check.RECEIVER, "")));
        } else if (verdict instanceof Verdict.Refused refused && !refusesEmptiness(answer.status())) {
            findings.add(OtlpFinding.failed(Check.RECEIVER, refused.reason(), "ask whoever runs the server"));
        } else {
            findings.add(OtlpFinding.ok(Check.RECEIVER, "an OTLP receiver answers (" + answer.status() + ")"));
            findings.add(OtlpFinding.ok(
                    Check.CREDENTIALS,
                    config.hasCredentials() ? "they are accepted" : "none are set, and none asked for"));
        }
    }

    private static Check checkOf(int status) {
        return switch (status) {
            case 401, 403, 407 -> Check.CREDENTIALS;
            default -> Check.RECEIVER;
        };
    }

    private static boolean isBusy(int status) {
        return switch (status) {
            case 429, 502, 503, 504 -> true;
            default -> false;
        };
    }

    /** Loki refuses an export without records, after it has looked at the credentials. */
    private static boolean refusesEmptiness(int status) {
        return status == 400 || status == 422;
    }

    private void examineClock(ServerAnswer answer) {
        AnswerTable.serverTime(answer)
                .ifPresentOrElse(
                        this::examineClock,
                        () -> findings.add(OtlpFinding.warning(
                                Check.CLOCK,
                                "the server does not tell its time",
                                "make sure that the clock is right")));
    }

    private void examineClock(Instant theirs) {
        Duration ahead = Duration.between(theirs, clock.instant());
        String observation = "our clock is " + ahead.abs().toSeconds() + " s "
                + (ahead.isNegative() ? "behind" : "ahead of") + " the server's";
        String remedy = "set the clock, by NTP if possible";
        if (ahead.abs().compareTo(NOTABLE) <= 0) {
            findings.add(OtlpFinding.ok(Check.CLOCK, observation));
        } else if (ahead.compareTo(INTOLERABLE) <= 0) {
            findings.add(OtlpFinding.warning(Check.CLOCK, observation, remedy));
        } else {
            findings.add(OtlpFinding.failed(Check.CLOCK, observation, remedy));
        }
    }
}
