package io.aboveboard.testkit.loki;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Errors as Loki writes them: a {@code google.rpc.Status} that holds a message only, under a media type that is none of OTLP's. */
final class LokiAnswers {
    private static final int MESSAGE = 2;

    private LokiAnswers() {}

    static OtlpAnswer overloaded(LokiOverload overload) {
        return error(429, overload.message());
    }

    static OtlpAnswer error(int status, String message) {
        return OtlpAnswer.status(status).withBody("application/octet-stream", statusMessage(message));
    }

    private static byte[] statusMessage(String message) {
        ByteString.Output bytes = ByteString.newOutput();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            out.writeString(MESSAGE, message);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteString().toByteArray();
    }
}
