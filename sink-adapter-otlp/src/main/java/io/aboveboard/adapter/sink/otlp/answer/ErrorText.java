package io.aboveboard.adapter.sink.otlp.answer;

import io.aboveboard.adapter.sink.otlp.http.ServerAnswer;
import io.aboveboard.adapter.sink.otlp.wire.MalformedMessageException;
import io.aboveboard.adapter.sink.otlp.wire.RpcStatus;

/**
 * What a server says about an error: the message of the protobuf {@code Status} that OTLP asks for, or plain text. Loki
 * declares such a status as a stream of octets, so it is looked for wherever text is not declared.
 */
final class ErrorText {
    private ErrorText() {}

    static String of(ServerAnswer answer) {
        byte[] body = answer.body();
        return isText(answer.mediaType()) ? ServerText.shown(body) : ofStatus(body);
    }

    private static boolean isText(String mediaType) {
        return mediaType.startsWith("text/") || mediaType.endsWith("json") || mediaType.endsWith("xml");
    }

    private static String ofStatus(byte[] body) {
        try {
            return ServerText.shown(RpcStatus.message(body));
        } catch (MalformedMessageException noStatus) {
            return ServerText.shown(body);
        }
    }
}
