package io.aboveboard.bootstrap.demo;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.aboveboard.bootstrap.view.RecordView;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** Takes log records by the rules of OTLP/HTTP: what cannot be taken is refused by the status a real receiver gives. */
final class LogsHandler implements HttpHandler {
    private static final String PROTOBUF = "application/x-protobuf";
    private static final String EXPECTED_AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString(Stage.TOKEN.getBytes(StandardCharsets.UTF_8));

    private final Arrivals arrivals;

    LogsHandler(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            exchange.getResponseHeaders().set("Content-Type", PROTOBUF);
            reply.sendOn(exchange);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        try {
            requireTakeable(exchange);
            ExportLogsServiceRequest request = ExportLogsServiceRequest.parseFrom(RequestBody.read(exchange));
            arrivals.add(records(request));
            return Reply.taken();
        } catch (RefusedRequestException refused) {
            return Reply.refused(refused);
        } catch (InvalidProtocolBufferException malformed) {
            return Reply.refused(new RefusedRequestException(400, "the body is no export of logs"));
        }
    }

    private static void requireTakeable(HttpExchange exchange) throws RefusedRequestException {
        require(exchange.getRequestURI().getPath().equals(DemoReceiver.PATH), 404, "logs go to " + DemoReceiver.PATH);
        require(exchange.getRequestMethod().equals("POST"), 405, "logs are posted");
        require(isAuthorized(header(exchange, "Authorization")), 401, "the token is not the demo's");
        require(header(exchange, "Content-Type").equals(PROTOBUF), 415, "only " + PROTOBUF + " is taken");
    }

    private static void require(boolean fine, int otherwise, String why) throws RefusedRequestException {
        if (!fine) {
            throw new RefusedRequestException(otherwise, why);
        }
    }

    private static boolean isAuthorized(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), EXPECTED_AUTHORIZATION.getBytes(StandardCharsets.UTF_8));
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    private static List<RecordView> records(ExportLogsServiceRequest request) {
        return request.getResourceLogsList().stream()
                .flatMap(resource -> resource.getScopeLogsList().stream())
                .flatMap(scope -> scope.getLogRecordsList().stream())
                .map(RecordView::of)
                .toList();
    }
}
