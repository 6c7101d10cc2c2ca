package io.aboveboard.adapter.sink.otlp.wire;

/**
 * Picks the partial success out of a JSON response. Other members beside it are passed over, as the protocol wants; an
 * object with others only, as portals and proxies answer, is no response.
 */
final class JsonResponse {
    private final JsonReader json;
    private boolean hasOwn;
    private boolean hasForeign;
    private long rejected;
    private String message = "";

    JsonResponse(byte[] body) {
        this.json = new JsonReader(body);
    }

    LogsResponse read() throws MalformedMessageException {
        json.object(this::response);
        json.end();
        if (hasForeign && !hasOwn) {
            throw new MalformedMessageException("an object that says something else");
        }
        return new LogsResponse(rejected, message);
    }

    private void response(String name) throws MalformedMessageException {
        switch (name) {
            case "partialSuccess", "partial_success" -> {
                hasOwn = true;
                partialSuccess();
            }
            default -> {
                hasForeign = true;
                json.skip();
            }
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
