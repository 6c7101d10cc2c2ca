package io.aboveboard.adapter.sink.otlp.config;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Credentials do not travel unencrypted to another machine, unless somebody said so in so many words. */
final class PlainHttp {
    static final String PROBLEM = "must begin with https://: credentials would travel unencrypted";

    private static final Set<String> YES = Set.of("1", "true", "yes", "on");

    private PlainHttp() {}

    static boolean isAllowed(Findings findings) {
        return YES.contains(findings.setting(SinkSettings.ALLOW_HTTP).value().toLowerCase(Locale.ROOT));
    }

    static void check(Findings findings, String setting, URI endpoint, boolean credentials) {
        if (credentials && isExposed(endpoint) && !isAllowed(findings)) {
            findings.error(setting, PROBLEM + " (" + SinkSettings.ALLOW_HTTP + "=true allows it)");
        }
    }

    static boolean isExposed(URI endpoint) {
        return !Endpoint.isEncrypted(endpoint) && !Endpoint.isLoopback(endpoint);
    }
}
