package io.aboveboard.adapter.sink.otlp.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.sink.otlp.http.ServerAnswer;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Proves(Promise.P13)
class AnswerTableTest {
    private static final int RECORDS = 10;
    private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
    private static final Set<Integer> ACKNOWLEDGING = Set.of(200, 201, 202, 203, 204);
    private static final Set<Integer> TRANSIENT = Set.of(429, 502, 503, 504);
    private static final Set<Integer> SOMEBODY_HAS_TO_ACT = Set.of(260, 401, 403, 404, 405, 407, 511);

    static IntStream everyStatus() {
        return IntStream.rangeClosed(200, 599);
    }

    @ParameterizedTest
    @MethodSource("everyStatus")
    @Fault({"C1", "C4", "C6", "C9"})
    void knowsAVerdictOnEveryStatus(int status) {
        assertThat(verdict(bare(status))).isExactlyInstanceOf(expected(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 199, 600, 999})
    void takesNoStatusOutsideOfHttpForARefusal(int status) {
        assertThat(verdict(bare(status))).isInstanceOf(Verdict.Retry.class);
    }

    private static Class<? extends Verdict> expected(int status) {
        if (ACKNOWLEDGING.contains(status)) {
            return Verdict.Delivered.class;
        }
        if (SOMEBODY_HAS_TO_ACT.contains(status) || status / 100 == 3) {
            return Verdict.Parked.class;
        }
        if (TRANSIENT.contains(status) || status / 100 == 2) {
            return Verdict.Retry.class;
        }
        return status == 413 ? Verdict.TooLarge.class : Verdict.Refused.class;
    }

    @Test
    @Fault("C1")
    void takesAnOtlpResponseInEitherEncodingAndAnEmptyOneForAnAcknowledgement() {
        assertThat(verdict(answer(200, "application/x-protobuf", new byte[0]))).isEqualTo(new Verdict.Delivered(""));
        assertThat(verdict(answer(200, "application/x-protobuf", partial(0, ""))))
                .isEqualTo(new Verdict.Delivered(""));
        assertThat(verdict(answer(200, "application/json", "{}"))).isEqualTo(new Verdict.Delivered(""));
        assertThat(verdict(answer(200, "", "{\"partialSuccess\":{}}"))).isEqualTo(new Verdict.Delivered(""));
    }

    @ParameterizedTest
    @CsvSource({
        "200, text/html, <html>sign in</html>",
        "203, text/html; charset=utf-8, <html>sign in</html>",
        "200, TEXT/HTML, ''",
        "200, application/xhtml+xml, <html/>"
    })
    @Fault("C2")
    void suspectsAPortalBehindAPage(int status, String type, String body) {
        assertThat(verdict(answer(status, type, body)))
                .isEqualTo(Verdict.Retry.because("unexpected HTML reply (" + status + "): a portal or a proxy?"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', <html>sign in</html>",
        "text/plain, OK",
        "text/plain, (",
        "application/json, nonsense",
        "application/json, '{\"error\":\"login\"}'",
        "application/captive+json, '{\"captive\":true}'",
        "'', OK",
        "application/x-protobuf, OK",
        "application/json, [ ]"
    })
    @Fault("C2")
    void takesNothingElseForAnAcknowledgement(String type, String body) {
        assertThat(verdict(answer(200, type, body))).isInstanceOf(Verdict.Retry.class);
    }

    @Test
    @Fault("C3")
    void countsWhatWasRejectedAndClampsWhatCannotBe() {
        assertThat(verdict(protobuf(3, "too old"))).isEqualTo(new Verdict.PartiallyRejected(3, "too old"));
        assertThat(verdict(protobuf(10, "all"))).isEqualTo(new Verdict.PartiallyRejected(10, "all"));
        assertThat(verdict(protobuf(11, "more")))
                .isEqualTo(new Verdict.PartiallyRejected(10, "the server rejected 11 of 10: more"));
        assertThat(verdict(protobuf(Long.MAX_VALUE, "")))
                .isInstanceOfSatisfying(
                        Verdict.PartiallyRejected.class,
                        verdict -> assertThat(verdict.rejected()).isEqualTo(RECORDS));
        assertThat(verdict(protobuf(-1, "what")))
                .isInstanceOfSatisfying(
                        Verdict.Delivered.class,
                        verdict -> assertThat(verdict.warning()).contains("-1").contains("what"));
        assertThat(verdict(protobuf(0, "slow down"))).isEqualTo(new Verdict.Delivered("slow down"));
        assertThat(verdict(answer(200, "application/json", "{\"partialSuccess\":{\"rejectedLogRecords\":\"2\"}}")))
                .isEqualTo(new Verdict.PartiallyRejected(2, ""));
    }

    @Test
    @Fault("C3")
    void cleansWhatTheServerSays() {
        Verdict verdict = verdict(protobuf(1, "a\u001b[31mb\r\nc\u202Ed" + "x".repeat(5_000)));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.PartiallyRejected.class,
                        rejected -> assertThat(rejected.reason())
                                .startsWith("a [31mb  c dx")
                                .hasSize(1024)
                                .matches("[ -~]*"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    @Fault("C5")
    void saysWhatToCheckWhereCredentialsAreRefused(int status) {
        assertThat(verdict(answer(status, "text/plain", "no such scope")))
                .isEqualTo(new Verdict.Parked(
                        "credentials refused (" + status + "): no such scope",
                        "check the instance id and the token, and that the token has the scope logs:write"));
    }

    @Test
    @Fault("C5")
    void saysWhatToCheckWhereTheAddressOrTheProxyIsWrong() {
        assertThat(((Verdict.Parked) verdict(bare(404))).remedy())
                .contains("/otlp")
                .contains("/v1/logs");
        assertThat(((Verdict.Parked) verdict(bare(405))).remedy()).contains("/otlp");
        assertThat(((Verdict.Parked) verdict(bare(407))).remedy()).contains("proxy credentials");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example:8443/steal?token=1#x, ' to https://evil.example'",
        "/relative, ''",
        "'', ''",
        "http://in valid/, ''",
        "mailto:someone@example.test, ''"
    })
    @Fault("C10")
    void showsOfARedirectNoMoreThanSchemeAndHost(String location, String shown) {
        ServerAnswer redirect = new ServerAnswer(302, Map.of("Location", location), new byte[0]);

        assertThat(((Verdict.Parked) verdict(redirect)).reason())
                .isEqualTo("redirected (302)" + shown + ", which is never followed");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    @Fault("C7")
    void honoursRetryAfterWhereverARetryIsAllowed(int status) {
        ServerAnswer answer = new ServerAnswer(status, Map.of("retry-after", "120"), new byte[0]);

        assertThat(((Verdict.Retry) verdict(answer)).atLeast()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    @Fault("C7")
    void measuresARetryAfterDateAgainstTheServersOwnClock() {
        Map<String, String> headers =
                Map.of("Retry-After", "Fri, 01 Jan 2027 15:02:00 GMT", "Date", "Fri, 01 Jan 2027 15:00:00 GMT");

        assertThat(((Verdict.Retry) verdict(new ServerAnswer(503, headers, new byte[0]))).atLeast())
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    @Fault("C13")
    void takesABrokenSuccessForNoneAndABrokenErrorByItsStatus() {
        assertThat(verdict(without(ServerAnswer.Body.BROKEN, 200))).isInstanceOf(Verdict.Retry.class);
        assertThat(verdict(without(ServerAnswer.Body.BROKEN, 400))).isInstanceOf(Verdict.Refused.class);
        assertThat(verdict(without(ServerAnswer.Body.BROKEN, 401))).isInstanceOf(Verdict.Parked.class);
        assertThat(verdict(without(ServerAnswer.Body.BROKEN, 503))).isInstanceOf(Verdict.Retry.class);
    }

    @Test
    void neverRetriesAnAnswerThatIsLongerThanAllowedUnlessItIsAPage() {
        assertThat(verdict(without(ServerAnswer.Body.OVERSIZED, 200))).isInstanceOf(Verdict.Refused.class);
        assertThat(verdict(without(ServerAnswer.Body.OVERSIZED, 503))).isInstanceOf(Verdict.Refused.class);
        assertThat(verdict(without(ServerAnswer.Body.OVERSIZED, 401))).isInstanceOf(Verdict.Parked.class);
        assertThat(verdict(ServerAnswer.without(ServerAnswer.Body.OVERSIZED, 200, Map.of("Content-Type", "text/html"))))
                .isInstanceOf(Verdict.Retry.class);
    }

    @Test
    void showsTheMessageOfAProtobufStatusAndNoPages() {
        byte[] status = {0x08, 0x03, 0x12, 0x04, 'n', 'o', 'p', 'e'};

        assertThat(verdict(answer(400, "application/x-protobuf", status)))
                .isEqualTo(new Verdict.Refused("refused (400): nope"));
        assertThat(verdict(answer(400, "application/octet-stream", status)))
                .as("as Loki declares it")
                .isEqualTo(new Verdict.Refused("refused (400): nope"));
        assertThat(verdict(answer(400, "text/plain", "\u0012\u0001x")))
                .isEqualTo(new Verdict.Refused("refused (400): x"));
        assertThat(verdict(answer(400, "", "no such thing")))
                .isEqualTo(new Verdict.Refused("refused (400): no such thing"));
        assertThat(verdict(answer(500, "text/html", "<html>stack trace</html>")))
                .isEqualTo(new Verdict.Refused("refused (500): an HTML page"));
        assertThat(verdict(bare(413))).isEqualTo(new Verdict.TooLarge("too large for the server (413)"));
    }

    @Test
    void readsTheServersClock() {
        ServerAnswer told = new ServerAnswer(200, Map.of("date", "Fri, 01 Jan 2027 15:00:00 GMT"), new byte[0]);
        ServerAnswer garbled = new ServerAnswer(200, Map.of("date", "yesterday"), new byte[0]);

        assertThat(AnswerTable.serverTime(told)).contains(Instant.parse("2027-01-01T15:00:00Z"));
        assertThat(AnswerTable.serverTime(garbled)).isEmpty();
        assertThat(AnswerTable.serverTime(bare(200))).isEmpty();
    }

    private static Verdict verdict(ServerAnswer answer) {
        return AnswerTable.verdict(answer, RECORDS, NOW);
    }

    private static ServerAnswer bare(int status) {
        return new ServerAnswer(status, Map.of(), new byte[0]);
    }

    private static ServerAnswer without(ServerAnswer.Body completeness, int status) {
        return ServerAnswer.without(completeness, status, Map.of("Content-Type", "application/x-protobuf"));
    }

    private static ServerAnswer protobuf(long rejected, String message) {
        return answer(200, "application/x-protobuf", partial(rejected, message));
    }

    private static ServerAnswer answer(int status, String type, String body) {
        return answer(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static ServerAnswer answer(int status, String type, byte[] body) {
        return new ServerAnswer(status, Map.of("Content-Type", type), body);
    }

    private static byte[] partial(long rejected, String message) {
        return ExportLogsServiceResponse.newBuilder()
                .setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                        .setRejectedLogRecords(rejected)
                        .setErrorMessage(message))
                .build()
                .toByteArray();
    }
}
