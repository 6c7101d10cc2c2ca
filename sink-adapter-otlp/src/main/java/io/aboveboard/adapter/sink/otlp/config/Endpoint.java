package io.aboveboard.adapter.sink.otlp.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The rules for the address of a sink. No name is looked up here. */
final class Endpoint {
    static final String SIGNAL_PATH = "v1/logs";

    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|[a-z0-9.-]+\\.localhost|127(\\.\\d{1,3}){3}|\\[(::1|(0:){7}1)]");

    private Endpoint() {}

    /**
     * Reads an address and reports all that is wrong with it.
     *
     * @param path makes the path to post to out of the one that is written
     * @return the address, empty where something is wrong
     */
    static Optional<URI> read(Findings findings, Setting setting, UnaryOperator<String> path) {
        Optional<URI> written = parse(setting.value());
        if (written.isEmpty()) {
            findings.error(setting.name(), "is not a URL: white space, or a character that must be percent-encoded");
            return Optional.empty();
        }
        List<String> problems = problems(written.get());
        problems.forEach(problem -> findings.error(setting.name(), problem));
        return problems.isEmpty() ? written.map(uri -> withPath(uri, path)) : Optional.empty();
    }

    /** The rule of the original: {@code /v1/logs} is there already or is added. */
    static String completed(String path) {
        String bare = withoutSlashes(path);
        return bare.endsWith("/" + SIGNAL_PATH) ? bare : bare + "/" + SIGNAL_PATH;
    }

    /** The rule of OpenTelemetry for an address of all signals: a slash where there is none, and the signal's path. */
    static String ofAllSignals(String path) {
        return (path.endsWith("/") ? path : path + "/") + SIGNAL_PATH;
    }

    /** The rule of OpenTelemetry for the address of one signal: as it is. */
    static String asIs(String path) {
        return path.isEmpty() ? "/" : path;
    }

    /** Whether requests to this address stay on the machine, told from the address alone. */
    static boolean isLoopback(URI endpoint) {
        return LOOPBACK.matcher(endpoint.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    static boolean isEncrypted(URI endpoint) {
        return "https".equals(endpoint.getScheme());
    }

    static void requireUsable(URI endpoint) {
        List<String> problems = problems(endpoint);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("endpoint: " + String.join("; ", problems));
        }
    }

    private static List<String> problems(URI uri) {
        List<String> problems = new ArrayList<>();
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return List.of("must begin with https:// or http://");
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            problems.add("must not hold a user or a password; credentials have a setting of their own");
        } else if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
            problems.add("has no valid host and port");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            problems.add("must not hold a query or a fragment");
        }
        return problems;
    }

    private static Optional<URI> parse(String written) {
        try {
            return written.chars().allMatch(c -> c > ' ' && c <= '~')
                    ? Optional.of(URI.create(written))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static URI withPath(URI uri, UnaryOperator<String> path) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return URI.create(
                uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getHost() + port + path.apply(uri.getRawPath()));
    }

    private static String withoutSlashes(String path) {
        return path.replaceFirst("/+$", "");
    }
}
