package io.aboveboard.bootstrap.http.page;

import io.aboveboard.bootstrap.http.guard.RefusedException;
import io.aboveboard.domain.annotation.Nullable;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;

/** {@code GET /assets/…}: the style, the script and the icon of the page. Nothing else can be had here. Thread-safe. */
public final class AssetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Map<String, String> TYPES = Map.of(
            "/page.css", "text/css; charset=utf-8",
            "/page.js", "text/javascript; charset=utf-8",
            "/icon.svg", "image/svg+xml");

    /** A servlet. */
    public AssetServlet() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = Objects.requireNonNullElse(request.getPathInfo(), "");
        @Nullable String type = TYPES.get(name);
        if (type == null) {
            throw new RefusedException(404, "not_found", "there is nothing at this address");
        }
        byte[] asset = read(name.substring(1));
        response.setContentType(type);
        response.setContentLength(asset.length);
        response.getOutputStream().write(asset);
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = AssetServlet.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
