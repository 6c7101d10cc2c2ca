package io.aboveboard.bootstrap.http.guard;

import io.aboveboard.bootstrap.status.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Why a request is not answered as it wished, for a program and for whoever reads its log. Says nothing of the request.
 *
 * @param status the HTTP status
 * @param code the reason for a program, stable
 * @param message the reason in words, and what to do
 */
public record Refusal(int status, String code, String message) {
    /**
     * A refusal.
     *
     * @param status the HTTP status
     * @param code the reason for a program
     * @param message the reason in words
     * @return the refusal
     */
    public static Refusal of(int status, String code, String message) {
        return new Refusal(status, code, message);
    }

    /**
     * Its form on the wire.
     *
     * @return {@code {"error":{"code","message"}}}
     */
    public byte[] body() {
        var document = Json.object();
        document.putObject("error").put("code", code).put("message", message);
        return (Json.text(document) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Answers with it.
     *
     * @param response the answer
     * @throws IOException if the caller is gone
     */
    public void answer(HttpServletResponse response) throws IOException {
        byte[] body = body();
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
