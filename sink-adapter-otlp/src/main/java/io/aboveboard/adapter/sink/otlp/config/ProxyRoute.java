package io.aboveboard.adapter.sink.otlp.config;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the way to a sink in the settings: one of our own, else the variables that curl made customary. Not to
 * loopback: what stays on the machine needs no proxy, and its credentials may be unencrypted.
 */
final class ProxyRoute {
    static final String PROXY = "TELEMETRY_PROXY";
    static final String USER = "TELEMETRY_PROXY_USER";
    static final String PASSWORD = "TELEMETRY_PROXY_PASSWORD";
    static final String PASSWORD_FILE = "TELEMETRY_PROXY_PASSWORD_FILE";

    private static final String NEEDS_A_PORT =
            "must be http://<host>:<port>, or off for none; no other kind of proxy is spoken";

    private final Findings findings;

    ProxyRoute(Findings findings) {
        this.findings = findings;
    }

    ProxySettings to(URI endpoint) {
        Setting own = findings.setting(PROXY);
        if (Endpoint.isLoopback(endpoint) || own.value().equalsIgnoreCase("off")) {
            return ProxySettings.direct();
        }
        return own.isSet() ? through(own) : ambient(endpoint);
    }

    private ProxySettings ambient(URI endpoint) {
        Setting proxy = first(variables(endpoint));
        if (!proxy.isSet()) {
            return ProxySettings.ofJvm();
        }
        Setting exceptions = first(List.of("no_proxy", "NO_PROXY"));
        return new ProxyExceptions(exceptions.value()).cover(endpoint) ? ProxySettings.direct() : through(proxy);
    }

    /** HTTP_PROXY in capitals does not count: a web server makes a variable of that name out of a request's header. */
    private static List<String> variables(URI endpoint) {
        return Endpoint.isEncrypted(endpoint) ? List.of("https_proxy", "HTTPS_PROXY") : List.of("http_proxy");
    }

    private Setting first(List<String> names) {
        return names.stream()
                .map(findings::setting)
                .filter(Setting::isSet)
                .findFirst()
                .orElse(new Setting(names.get(0), ""));
    }

    private ProxySettings through(Setting setting) {
        Optional<URI> uri = parse(setting.value());
        if (uri.isEmpty()) {
            findings.error(setting.name(), NEEDS_A_PORT);
            return ProxySettings.direct();
        }
        ProxySettings proxy = ProxySettings.via(uri.get().getHost(), uri.get().getPort());
        String userInfo = uri.get().getRawUserInfo();
        if (userInfo != null && setting.name().equals(PROXY)) {
            findings.error(
                    PROXY, "must not hold a user or a password; " + USER + " and " + PASSWORD_FILE + " take them");
            return proxy;
        }
        return hasOwnCredentials() || userInfo == null ? identified(proxy) : identified(setting, proxy, userInfo);
    }

    private static Optional<URI> parse(String written) {
        try {
            URI uri = URI.create(written.contains("://") ? written : "http://" + written);
            boolean isProxy = "http".equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getPort() > 0
                    && uri.getPort() <= 65_535
                    && uri.getRawPath().length() <= 1
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return isProxy ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private boolean hasOwnCredentials() {
        return findings.setting(USER).isSet()
                || findings.setting(PASSWORD).isSet()
                || findings.setting(PASSWORD_FILE).isSet();
    }

    private ProxySettings identified(ProxySettings proxy) {
        if (!hasOwnCredentials()) {
            return proxy;
        }
        Setting user = findings.setting(USER);
        Optional<String> password = password();
        if (!user.isSet() || user.value().indexOf(':') >= 0) {
            findings.error(USER, "is required together with the password, and must not hold a colon");
            return proxy;
        }
        return password.map(text -> proxy.identifiedBy(user.value(), Secret.of(text)))
                .orElse(proxy);
    }

    /** The file counts more than the variable, which other processes can see. */
    private Optional<String> password() {
        Setting file = findings.setting(PASSWORD_FILE);
        Setting password = findings.setting(PASSWORD);
        if (file.isSet()) {
            return findings.file(file, true).map(content -> new String(content, StandardCharsets.UTF_8).strip());
        }
        if (!password.isSet()) {
            findings.error(PASSWORD, "is required together with " + USER);
            return Optional.empty();
        }
        return Optional.of(password.value());
    }

    /** As others write it into the address, percent-encoded. */
    private ProxySettings identified(Setting setting, ProxySettings proxy, String userInfo) {
        int colon = userInfo.indexOf(':');
        String user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
        String password = decoded(colon < 0 ? "" : userInfo.substring(colon + 1));
        if (user.indexOf(':') >= 0) {
            findings.error(setting.name(), "must not hold a colon in the user");
            return proxy;
        }
        return proxy.identifiedBy(user, Secret.of(password));
    }

    private static String decoded(String partOfAnAddress) {
        return Percent.decoded(partOfAnAddress).orElseThrow();
    }
}
