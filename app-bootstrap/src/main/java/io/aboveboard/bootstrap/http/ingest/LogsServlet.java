package io.aboveboard.bootstrap.http.ingest;

import com.google.protobuf.CodedInputStream;
import io.aboveboard.bootstrap.http.api.RequestBody;
import io.aboveboard.bootstrap.http.api.StrictJson;
import io.aboveboard.bootstrap.http.guard.Refusal;
import io.aboveboard.bootstrap.http.guard.RefusedException;
import io.aboveboard.bootstrap.status.Json;
import io.aboveboard.domain.api.Ingest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code POST /v1/logs}: OTLP/HTTP, protobuf and JSON. 200 says that what was not rejected is stored; how many were
 * rejected, and why, stands in {@code partial_success}. 503 says that the same request may be sent again. Thread-safe.
 */
public final class LogsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";
    private static final long RETRY_SECONDS = 5;
    private static final int DEEPEST = 32;

    private final transient Ingest ingest;
    private final transient RequestBody bodies;
    private final transient LogArrivals arrivals;

    /**
     * A servlet.
     *
     * @param ingest where events are recorded
     * @param bodies what reads bodies
     */
    public LogsServlet(Ingest ingest, RequestBody bodies) {
        this.ingest = ingest;
        this.bodies = bodies;
        this.arrivals = new LogArrivals(new UserAgents());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String type = RequestBody.typeOf(request, List.of(PROTOBUF, JSON));
        ExportLogsServiceRequest export = decoded(type, bodies.read(request));
        Verdicts verdicts = Verdicts.of(arrivals.in(export), ingest);
        if (verdicts.shouldBeTriedAgain()) {
            throw new RefusedException(
                    Refusal.of(503, "not_stored", "some records could not be stored; send the same again")
                            .until(RETRY_SECONDS));
        }
        byte[] body = type.equals(PROTOBUF) ? protobuf(verdicts) : json(verdicts);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static ExportLogsServiceRequest decoded(String type, byte[] body) {
        if (type.equals(JSON)) {
            ExportLogsServiceRequest.Builder builder = ExportLogsServiceRequest.newBuilder();
            OtlpJsonReader.read(StrictJson.otlp(body), builder);
            return builder.build();
        }
        try {
            CodedInputStream in = CodedInputStream.newInstance(body);
            in.setRecursionLimit(DEEPEST);
            return ExportLogsServiceRequest.parseFrom(in);
        } catch (IOException notProtobuf) {
            throw new RefusedException(400, "invalid_otlp", "the body is no OTLP export request");
        }
    }

    private static byte[] protobuf(Verdicts verdicts) {
        ExportLogsServiceResponse.Builder answer = ExportLogsServiceResponse.newBuilder();
        if (!verdicts.rejected().isEmpty()) {
            answer.getPartialSuccessBuilder()
                    .setRejectedLogRecords(verdicts.rejected().size())
                    .setErrorMessage(message(verdicts));
        }
        return answer.build().toByteArray();
    }

    private static byte[] json(Verdicts verdicts) {
        var answer = Json.object();
        if (!verdicts.rejected().isEmpty()) {
            answer.putObject("partialSuccess")
                    .put(
                            "rejectedLogRecords",
                            String.valueOf(verdicts.rejected().size()))
                    .put("errorMessage", message(verdicts));
        }
        return Json.text(answer).getBytes(StandardCharsets.UTF_8);
    }

    /** Each reason once. */
    private static String message(Verdicts verdicts) {
        return verdicts.rejected().stream()
                .map(rejection -> rejection.code() + ": " + rejection.message())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
