package io.aboveboard.adapter.sink.otlp.answer;

import io.aboveboard.adapter.sink.otlp.http.ServerAnswer;
import io.aboveboard.domain.port.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The table of what each answer means, by the OTLP specification where it speaks. A pure function.
 *
 * <table>
 * <caption>Answers</caption>
 * <tr><th>status</th><th>verdict</th></tr>
 * <tr><td>200 to 203 with an OTLP response or nothing; 204</td><td>delivered, or partially rejected</td></tr>
 * <tr><td>any other 2xx; 200 to 203 with anything else</td><td>no acknowledgement: retry</td></tr>
 * <tr><td>260 (Loki: ingestion blocked), 3xx, 401, 403, 404, 405, 407, 511</td><td>parked: somebody has to act</td></tr>
 * <tr><td>413</td><td>too large</td></tr>
 * <tr><td>429, 502, 503, 504</td><td>retry, not before {@code Retry-After}</td></tr>
 * <tr><td>below 200, above 599: no status of HTTP</td><td>no answer: retry</td></tr>
 * <tr><td>everything else, 400 and 500 among it</td><td>refused for good</td></tr>
 * </table>
 */
public final class AnswerTable {
    private AnswerTable() {}

    /**
     * What is to be done with a batch that was answered like this.
     *
     * @param records how many records the batch holds
     * @param now the local clock, used only where the server does not tell its own
     */
    public static Verdict verdict(ServerAnswer answer, int records, Instant now) {
        return switch (answer.status()) {
            case 200, 201, 202, 203 -> Acknowledgement.verdict(answer, records);
            case 204 -> new Verdict.Delivered("");
            case 413 -> new Verdict.TooLarge(said("too large for the server", answer));
            case 429, 502, 503, 504 -> retry(answer, now);
            case 401, 403 ->
                new Verdict.Parked(
                        said("credentials refused", answer),
                        "check the instance id and the token, and that the token has the scope logs:write");
            case 404, 405 ->
                new Verdict.Parked(
                        said("no OTLP receiver at this address", answer),
                        "check the endpoint: the base URL must end in /otlp; we add /v1/logs");
            case 407 ->
                new Verdict.Parked(
                        said("the proxy wants credentials", answer),
                        "check the proxy credentials, and that the JVM was started with"
                                + " -Djdk.http.auth.tunneling.disabledSchemes= as it otherwise keeps them to itself");
            case 511 ->
                new Verdict.Parked(
                        said("the network wants a sign-in", answer), "sign in to the network, or use another");
            case 260 ->
                new Verdict.Parked(
                        said("the server has blocked ingestion", answer), "ask whoever runs the server to unblock it");
            default -> other(answer);
        };
    }

    /** The server's clock, where the answer tells it. */
    public static Optional<Instant> serverTime(ServerAnswer answer) {
        return HttpDates.parse(answer.header("Date"));
    }

    private static Verdict other(ServerAnswer answer) {
        return switch (answer.status() / 100) {
            case 2 -> Verdict.Retry.because("status " + answer.status() + " does not acknowledge anything");
            case 3 ->
                new Verdict.Parked(
                        "redirected (" + answer.status() + ")" + target(answer) + ", which is never followed",
                        "set the endpoint to the final address, or sign in to the network's portal");
            case 4, 5 -> new Verdict.Refused(said("refused", answer));
            default -> Verdict.Retry.because("status " + answer.status() + " is none of HTTP");
        };
    }

    private static Verdict retry(ServerAnswer answer, Instant now) {
        if (answer.completeness() == ServerAnswer.Body.OVERSIZED && !Acknowledgement.isPage(answer)) {
            return new Verdict.Refused("the answer (" + answer.status() + ") is longer than 4 MiB");
        }
        Duration atLeast = RetryAfter.parse(
                answer.header("Retry-After"), serverTime(answer).orElse(now));
        return new Verdict.Retry(said("the server cannot take it now", answer), atLeast);
    }

    /** Scheme and host only: the rest of the address can hold what a proxy or a portal put there. */
    private static String target(ServerAnswer answer) {
        try {
            URI location = URI.create(answer.header("Location"));
            return location.getHost() == null
                    ? ""
                    : " to " + ServerText.shown(location.getScheme() + "://" + location.getHost());
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    private static String said(String what, ServerAnswer answer) {
        String text = Acknowledgement.isPage(answer) ? "an HTML page" : ErrorText.of(answer);
        return what + " (" + answer.status() + ")" + (text.isEmpty() ? "" : ": " + text);
    }
}
