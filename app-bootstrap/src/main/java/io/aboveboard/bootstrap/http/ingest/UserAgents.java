package io.aboveboard.bootstrap.http.ingest;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.event.RequestContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ua_parser.Client;
import ua_parser.Parser;

/**
 * Makes of the name that a browser gives itself what may be told of it: its family, the kind of device, the operating
 * system. The name itself goes no further. Reads its rules when the first name comes. Thread-safe.
 */
final class UserAgents {
    /** Rules are regular expressions: no name of a browser needs more, and a longer one could take them long. */
    private static final int LONGEST = 512;

    private static final int MOST_REMEMBERED = 256;
    private static final Set<String> OF_DESKTOPS = Set.of(
            "Windows", "Mac OS X", "Linux", "Ubuntu", "Fedora", "Debian", "Chrome OS", "FreeBSD", "OpenBSD", "NetBSD");

    private final Map<String, Browser> remembered = new LinkedHashMap<>(MOST_REMEMBERED, 0.75f, true);
    private @Nullable Parser parser;

    private record Browser(
            @Nullable String family,
            String device,
            @Nullable String os) {}

    RequestContext context(@Nullable String path, @Nullable String agent) {
        if (agent == null || agent.isBlank()) {
            return RequestContext.ofPath(path);
        }
        Browser browser = browser(agent.substring(0, Math.min(agent.length(), LONGEST)));
        return new RequestContext(path, browser.family, browser.device, browser.os);
    }

    private synchronized Browser browser(String agent) {
        Browser known = remembered.get(agent);
        if (known != null) {
            return known;
        }
        Browser parsed = parsed(agent);
        remembered.put(agent, parsed);
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
        return parsed;
    }

    private Browser parsed(String agent) {
        Parser current = parser;
        if (current == null) {
            current = new Parser();
            parser = current;
        }
        Client client = current.parse(agent);
        return new Browser(known(client.userAgent.family), device(client, agent), known(client.os.family));
    }

    private static @Nullable String known(String family) {
        return family.equals("Other") ? null : family;
    }

    private static String device(Client client, String agent) {
        String device = client.device.family.toLowerCase(Locale.ROOT);
        if (device.equals("spider")) {
            return "bot";
        }
        if (device.contains("ipad") || device.contains("tablet") || agent.contains("Tablet")) {
            return "tablet";
        }
        if (agent.contains("Mobi") || device.contains("iphone")) {
            return "mobile";
        }
        if (client.os.family.equals("Android")) {
            return "tablet";
        }
        return OF_DESKTOPS.contains(client.os.family) ? "desktop" : "other";
    }
}
