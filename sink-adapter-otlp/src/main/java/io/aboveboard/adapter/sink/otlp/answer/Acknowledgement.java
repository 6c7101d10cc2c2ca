package io.aboveboard.adapter.sink.otlp.answer;

import io.aboveboard.adapter.sink.otlp.http.ServerAnswer;
import io.aboveboard.adapter.sink.otlp.wire.LogsResponse;
import io.aboveboard.adapter.sink.otlp.wire.MalformedMessageException;
import io.aboveboard.domain.port.Verdict;

/**
 * Decides whether an answer of the kind that means success really is one: an OTLP response, or nothing at all. A page of
 * a captive portal, text, and a body that broke off are none, and the batch is kept.
 */
final class Acknowledgement {
    private Acknowledgement() {}

    static Verdict verdict(ServerAnswer answer, int records) {
        if (isPage(answer)) {
            return Verdict.Retry.because("unexpected HTML reply (" + answer.status() + "): a portal or a proxy?");
        }
        return switch (answer.completeness()) {
            case BROKEN -> Verdict.Retry.because("the answer (" + answer.status() + ") broke off");
            case OVERSIZED -> new Verdict.Refused("the answer (" + answer.status() + ") is longer than 4 MiB");
            case WHOLE -> read(answer, records);
        };
    }

    static boolean isPage(ServerAnswer answer) {
        return switch (answer.mediaType()) {
            case "text/html", "application/xhtml+xml" -> true;
            default -> false;
        };
    }

    private static Verdict read(ServerAnswer answer, int records) {
        try {
            return verdict(parse(answer), records);
        } catch (MalformedMessageException e) {
            return Verdict.Retry.because(
                    "the answer (" + answer.status() + ") is no OTLP response: a proxy, or a wrong address?");
        }
    }

    private static LogsResponse parse(ServerAnswer answer) throws MalformedMessageException {
        byte[] body = answer.body();
        if (body.length == 0) {
            return new LogsResponse(0, "");
        }
        return isJson(answer, body) ? LogsResponse.fromJson(body) : LogsResponse.fromProtobuf(body);
    }

    /** Text is read as JSON as well: some letters happen to be well-formed protobuf. */
    private static boolean isJson(ServerAnswer answer, byte[] body) {
        return "application/json".equals(answer.mediaType())
                || answer.mediaType().startsWith("text/")
                || body[0] == '{';
    }

    private static Verdict verdict(LogsResponse response, int records) {
        String message = ServerText.shown(response.message());
        if (response.rejected() == 0) {
            return new Verdict.Delivered(message);
        }
        if (response.rejected() < 0) {
            return new Verdict.Delivered(
                    "the server rejected " + response.rejected() + " records, which cannot be: " + message);
        }
        if (response.rejected() > records) {
            return new Verdict.PartiallyRejected(
                    records, "the server rejected " + response.rejected() + " of " + records + ": " + message);
        }
        return new Verdict.PartiallyRejected((int) response.rejected(), message);
    }
}
