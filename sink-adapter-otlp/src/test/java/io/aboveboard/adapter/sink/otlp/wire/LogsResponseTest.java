package io.aboveboard.adapter.sink.otlp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogsResponseTest {
    private static final long SEED = 99;

    @ParameterizedTest
    @CsvSource({"0, ''", "3, too old", "-5, ''", "9223372036854775807, größer", "0, only a warning"})
    void readsWhatTheOfficialClassesWrite(long rejected, String message) throws Exception {
        assertThat(LogsResponse.fromProtobuf(written(rejected, message)))
                .isEqualTo(new LogsResponse(rejected, message));
    }

    @Test
    void takesNoBytesForAResponseThatSaysNothing() throws Exception {
        assertThat(LogsResponse.fromProtobuf(new byte[0])).isEqualTo(new LogsResponse(0, ""));
    }

    @Test
    void skipsFieldsThatItDoesNotKnow() throws Exception {
        byte[] unknown = {0x10, 0x01, 0x1d, 1, 2, 3, 4, 0x21, 1, 2, 3, 4, 5, 6, 7, 8, 0x2a, 2, 9, 9};
        byte[] known = written(2, "why");
        byte[] both = Arrays.copyOf(unknown, unknown.length + known.length);
        System.arraycopy(known, 0, both, unknown.length, known.length);

        assertThat(LogsResponse.fromProtobuf(both)).isEqualTo(new LogsResponse(2, "why"));
    }

    @Test
    void refusesAResponseThatIsCutOffAnywhere() {
        byte[] whole = written(70_000, "some reason");
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            assertThatThrownBy(() -> LogsResponse.fromProtobuf(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(MalformedMessageException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "OK",
                "ok\n",
                "\u0000",
                "\u0007",
                "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff"
            })
    void refusesWhatIsNoMessage(String body) {
        assertThatThrownBy(() -> LogsResponse.fromProtobuf(body.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void answersAnyBytesWithAResponseOrARefusal() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            byte[] body = new byte[random.nextInt(40)];
            random.nextBytes(body);
            try {
                assertThat(LogsResponse.fromProtobuf(body).message()).isNotNull();
            } catch (MalformedMessageException refused) {
                assertThat(refused).hasMessageNotContaining("null");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"partialSuccess\":{\"rejectedLogRecords\":\"3\",\"errorMessage\":\"too old\"}}",
                "{\"partial_success\":{\"rejected_log_records\":3,\"error_message\":\"too\\u0020old\"}}",
                " {\"x\":[1,{\"y\":[]},-2.5e+3,true,null,\"\\\"\"],\n\"partialSuccess\" : {\"errorMessage\":\"too old\",\"z\":{},"
                        + "\"rejectedLogRecords\":3}} \t"
            })
    void readsJsonInEitherSpellingAndSkipsTheRest(String json) throws Exception {
        assertThat(fromJson(json)).isEqualTo(new LogsResponse(3, "too old"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"partialSuccess\":{}}",
                "{\"partialSuccess\":null}",
                "{\"partialSuccess\":{\"rejectedLogRecords\":null,\"errorMessage\":null}}"
            })
    void readsJsonThatSaysNothing(String json) throws Exception {
        assertThat(fromJson(json)).isEqualTo(new LogsResponse(0, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"x\"",
                "5",
                "OK",
                "{",
                "{}x",
                "{\"error\":\"login\"}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":nope}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u00zz\"}",
                "{\"a\":\"open}",
                "{a:1}",
                "<html>",
                "{\"partialSuccess\":{\"rejectedLogRecords\":1.5}}",
                "{\"partialSuccess\":{\"rejectedLogRecords\":{}}}"
            })
    void refusesWhatIsNoJsonObjectOfThisKind(String json) {
        assertThatThrownBy(() -> fromJson(json)).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void refusesNestingThatWouldExhaustTheStack() {
        String deep = "{\"a\":" + "[".repeat(100_000);

        assertThatThrownBy(() -> fromJson(deep)).isInstanceOf(MalformedMessageException.class);
    }

    private static LogsResponse fromJson(String json) throws MalformedMessageException {
        return LogsResponse.fromJson(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] written(long rejected, String message) {
        return ExportLogsServiceResponse.newBuilder()
                .setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                        .setRejectedLogRecords(rejected)
                        .setErrorMessage(message))
                .build()
                .toByteArray();
    }
}
