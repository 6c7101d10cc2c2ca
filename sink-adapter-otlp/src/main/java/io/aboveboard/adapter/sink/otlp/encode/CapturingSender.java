package io.aboveboard.adapter.sink.otlp.encode;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;

/** Keeps what the exporter would post, and posts nothing. Confined to the {@link CapturingExporter} that owns it. */
final class CapturingSender implements HttpSender {
    private static final HttpResponse TAKEN = new Taken();

    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();

    @Override
    public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
        captured.reset();
        try {
            message.writeMessage(captured);
            onResponse.accept(TAKEN);
        } catch (IOException e) {
            onError.accept(e);
        }
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }

    byte[] captured() {
        return captured.toByteArray();
    }

    /** Tells the exporter that all is well, so that it neither logs nor counts a failure. */
    private static final class Taken implements HttpResponse {
        private static final byte[] NOTHING = {};

        @Override
        public int getStatusCode() {
            return 200;
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public byte[] getResponseBody() {
            return NOTHING;
        }
    }
}
