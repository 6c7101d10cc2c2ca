package io.aboveboard.adapter.sink.otlp.wire;

/** Picks the partial success out of a JSON response. */
final class JsonResponse {
    private final JsonReader json;
    private long rejected;
    private String message = "";

    JsonResponse(byte[] body) {
        this.json = new JsonReader(body);
    }

    LogsResponse read() throws MalformedMessageException {
        json.object(this::response);
        json.end();
        return new LogsResponse(rejected, message);
    }

    private void response(String name) throws MalformedMessageException {
        switch (name) {
            case "partialSuccess", "partial_success" -> partialSuccess();
            default -> json.skip();
        }
    }

    private void partialSuccess() throws MalformedMessageException {
        if (json.atObject()) {
            json.object(this::partialSuccessField);
        } else {
            json.skip();
        }
    }

    private void partialSuccessField(String name) throws MalformedMessageException {
        switch (name) {
            case "rejectedLogRecords", "rejected_log_records" -> rejected = json.integer();
            case "errorMessage", "error_message" -> message = json.text();
            default -> json.skip();
        }
    }
}
