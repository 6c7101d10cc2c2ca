package io.aboveboard.testkit.otlp;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** How the receiver answers one request. Immutable; the {@code with…} methods return changed copies. */
public final class OtlpAnswer {
    private static final CountDownLatch OPEN = new CountDownLatch(0);
    private static final String PROTOBUF = "application/x-protobuf";

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final CountDownLatch gate;

    private OtlpAnswer(int status, Map<String, String> headers, byte[] body, CountDownLatch gate) {
        this.status = status;
        this.headers = Collections.unmodifiableMap(headers);
        this.body = body;
        this.gate = gate;
    }

    /**
     * A full success: 200 with an empty response of the protocol.
     *
     * @return the answer
     */
    public static OtlpAnswer accepted() {
        return status(200).withBody(PROTOBUF, new byte[0]);
    }

    /**
     * An answer without a body.
     *
     * @param status the HTTP status, 200 to 599
     * @return the answer
     */
    public static OtlpAnswer status(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status: must be 200 to 599");
        }
        return new OtlpAnswer(status, Map.of(), new byte[0], OPEN);
    }

    /**
     * A success of which some records were rejected.
     *
     * @param rejected how many
     * @param message why
     * @return the answer
     */
    public static OtlpAnswer partialSuccess(long rejected, String message) {
        ExportLogsPartialSuccess partial = ExportLogsPartialSuccess.newBuilder()
                .setRejectedLogRecords(rejected)
                .setErrorMessage(message)
                .build();
        ExportLogsServiceResponse response = ExportLogsServiceResponse.newBuilder()
                .setPartialSuccess(partial)
                .build();
        return status(200).withBody(PROTOBUF, response.toByteArray());
    }

    /**
     * No answer: the connection is closed once the request was read.
     *
     * @return the answer
     */
    public static OtlpAnswer hangUp() {
        return new OtlpAnswer(0, Map.of(), new byte[0], OPEN);
    }

    /**
     * A copy with one more header. {@code Date} replaces the time the receiver would give.
     *
     * @param name its name
     * @param value its value
     * @return the copy
     */
    public OtlpAnswer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new OtlpAnswer(status, more, body, gate);
    }

    /**
     * A copy with this body.
     *
     * @param contentType its media type
     * @param bytes the body, copied
     * @return the copy
     */
    public OtlpAnswer withBody(String contentType, byte[] bytes) {
        OtlpAnswer typed = withHeader("Content-Type", contentType);
        return new OtlpAnswer(status, typed.headers, bytes.clone(), gate);
    }

    /**
     * A copy with this body.
     *
     * @param contentType its media type
     * @param text the body, sent as UTF-8
     * @return the copy
     */
    public OtlpAnswer withBody(String contentType, String text) {
        return withBody(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A copy that is given only once the latch is open; the request is recorded before. Closing the receiver ends the
     * waiting too.
     *
     * @param latch what to wait for
     * @return the copy
     */
    public OtlpAnswer heldUntil(CountDownLatch latch) {
        return new OtlpAnswer(status, headers, body, latch);
    }

    void awaitGate() throws InterruptedException {
        gate.await();
    }

    boolean isHangUp() {
        return status == 0;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body.clone();
    }
}
