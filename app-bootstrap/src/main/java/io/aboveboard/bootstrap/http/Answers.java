package io.aboveboard.bootstrap.http;

import io.aboveboard.bootstrap.http.guard.Refusal;
import io.aboveboard.bootstrap.http.guard.RefusalAnswer;
import io.aboveboard.bootstrap.http.page.RefusalPage;
import io.aboveboard.domain.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

/**
 * Says why not in a form that whoever asked can read: a page to people, a {@code google.rpc.Status} to whom speaks OTLP as
 * protobuf, JSON to everybody else. Thread-safe.
 */
final class Answers implements RefusalAnswer {
    static final String PROTOBUF = "application/x-protobuf";

    private final RefusalPage page;

    Answers(RefusalPage page) {
        this.page = page;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (isPerson(request) && page.write(request, response, refusal)) {
            return;
        }
        boolean isProtobuf = isProtobuf(request.getServletPath(), request.getContentType());
        byte[] body = isProtobuf ? refusal.protobuf() : refusal.body();
        response.setContentType(isProtobuf ? PROTOBUF : "application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean isPerson(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader("Accept"), "").contains("text/html")
                && !request.getServletPath().startsWith("/v1/");
    }

    static boolean isProtobuf(String path, @Nullable String type) {
        return path.equals("/v1/logs")
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(PROTOBUF);
    }
}
