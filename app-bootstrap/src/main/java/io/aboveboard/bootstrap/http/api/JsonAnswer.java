package io.aboveboard.bootstrap.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.aboveboard.bootstrap.status.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers with JSON. */
public final class JsonAnswer {
    private JsonAnswer() {}

    /**
     * Answers.
     *
     * @param response the answer
     * @param document its body
     * @throws IOException if the caller is gone
     */
    public static void write(HttpServletResponse response, JsonNode document) throws IOException {
        byte[] body = (Json.text(document) + "\n").getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
