package io.aboveboard.adapter.sink.otlp.answer;

import io.aboveboard.adapter.sink.otlp.http.ServerAnswer;
import io.aboveboard.adapter.sink.otlp.wire.MalformedMessageException;
import io.aboveboard.adapter.sink.otlp.wire.RpcStatus;

/** What a server says about an error: the message of the protobuf {@code Status} that OTLP asks for, or plain text. */
final class ErrorText {
    private ErrorText() {}

    static String of(ServerAnswer answer) {
        byte[] body = answer.body();
        if (!"application/x-protobuf".equals(answer.mediaType())) {
            return ServerText.shown(body);
        }
        try {
            return ServerText.shown(RpcStatus.message(body));
        } catch (MalformedMessageException e) {
            return ServerText.shown(body);
        }
    }
}
