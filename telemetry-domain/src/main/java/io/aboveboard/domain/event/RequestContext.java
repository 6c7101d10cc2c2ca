package io.aboveboard.domain.event;

import io.aboveboard.domain.annotation.Nullable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of the request in which an event happened. Every part may be absent; an address or a raw user agent has
 * no place here. Immutable and thread-safe.
 *
 * @param path the path, from which query and fragment are cut off
 * @param browser the browser family, such as {@code Firefox}
 * @param device {@code desktop}, {@code mobile} or the like
 * @param os the operating system of the device
 */
public record RequestContext(
        @Nullable String path,
        @Nullable String browser,
        @Nullable String device,
        @Nullable String os) {
    private static final RequestContext NONE = new RequestContext(null, null, null, null);

    /** Cuts query and fragment off the path, and bounds every part. */
    public RequestContext {
        path = path == null ? null : WireText.legible(withoutQuery(path));
        browser = browser == null ? null : WireText.legible(browser);
        device = device == null ? null : WireText.legible(device);
        os = os == null ? null : WireText.legible(os);
    }

    /**
     * No context at all.
     *
     * @return the empty context
     */
    public static RequestContext none() {
        return NONE;
    }

    /**
     * Only a path is known.
     *
     * @param path the path, from which query and fragment are cut off
     * @return the context
     */
    public static RequestContext ofPath(@Nullable String path) {
        return new RequestContext(path, null, null, null);
    }

    /**
     * The parts that are known, under the keys in which they are sent. They are not filtered yet.
     *
     * @return a new map, in a fixed order
     */
    public Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        put(parts, "pathname", path);
        put(parts, "browser", browser);
        put(parts, "device_type", device);
        put(parts, "os", os);
        return parts;
    }

    private static void put(Map<String, String> parts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parts.put(key, value);
        }
    }

    private static String withoutQuery(String path) {
        int end = path.length();
        for (char mark : new char[] {'?', '#', ';'}) {
            int at = path.indexOf(mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return path.substring(0, end);
    }
}
