package io.aboveboard.bootstrap.config;

import io.aboveboard.adapter.sink.otlp.config.SettingFiles;
import io.aboveboard.domain.annotation.Nullable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the page and the ingest listen. Looks up no name. */
final class HttpSettings {
    private static final Pattern ADDRESS = Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([^:\\[\\]]+)):([0-9]{1,5})");
    private static final Pattern OCTETS = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern HOST =
            Pattern.compile("(?:\\[[0-9a-f:.]+]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::[0-9]{1,5})?");
    private static final int HIGHEST_PORT = 65_535;

    private final Findings findings;
    private final SettingFiles files;

    HttpSettings(Findings findings, SettingFiles files) {
        this.findings = findings;
        this.files = files;
    }

    /** What they say, or {@code null} if nothing is to listen. */
    @Nullable
    HttpConfig read() {
        String address = findings.value(SettingNames.HTTP_ADDRESS).orElse(HttpConfig.DEFAULT_ADDRESS);
        AccessToken token = token().orElse(null);
        Set<String> names = allowedHosts();
        if (address.equalsIgnoreCase("off")) {
            return null;
        }
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches() || !isUsable(parts)) {
            findings.error(
                    SettingNames.HTTP_ADDRESS,
                    "must be an IP address and a port like " + HttpConfig.DEFAULT_ADDRESS + ", or off");
            return null;
        }
        return guarded(new HttpConfig(hostIn(parts), portIn(parts), token, names));
    }

    private static boolean isUsable(Matcher parts) {
        String name = parts.group(2);
        return portIn(parts) <= HIGHEST_PORT
                && (name == null
                        || name.equals("localhost")
                        || OCTETS.matcher(name).matches());
    }

    private static String hostIn(Matcher parts) {
        return parts.group(1) == null ? parts.group(2) : parts.group(1).toLowerCase(Locale.ROOT);
    }

    private static int portIn(Matcher parts) {
        return Integer.parseInt(parts.group(3));
    }

    private HttpConfig guarded(HttpConfig config) {
        if (config.isLoopback()) {
            return config;
        }
        if (config.token() == null) {
            findings.error(
                    SettingNames.HTTP_ADDRESS,
                    "can be reached from other machines, so set " + SettingNames.HTTP_TOKEN_FILE + " too");
        }
        findings.warning(
                SettingNames.HTTP_ADDRESS,
                "can be reached from other machines, and what it is asked and answers travels unencrypted;"
                        + " put a proxy with TLS before it");
        return config;
    }

    private Optional<AccessToken> token() {
        return findings.value(SettingNames.HTTP_TOKEN_FILE).flatMap(this::tokenIn);
    }

    private Optional<AccessToken> tokenIn(String file) {
        try {
            return Optional.of(AccessToken.of(new String(files.read(file, true), StandardCharsets.UTF_8).strip()));
        } catch (IOException unreadable) {
            findings.error(SettingNames.HTTP_TOKEN_FILE, "cannot be read: " + unreadable.getMessage());
        } catch (IllegalArgumentException unusable) {
            findings.error(SettingNames.HTTP_TOKEN_FILE, unusable.getMessage() + ", like openssl rand -hex 32 makes");
        }
        return Optional.empty();
    }

    private Set<String> allowedHosts() {
        Set<String> names = Arrays.stream(findings.value(SettingNames.HTTP_ALLOWED_HOSTS)
                        .orElse("")
                        .split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (!names.stream().allMatch(name -> HOST.matcher(name).matches())) {
            findings.error(
                    SettingNames.HTTP_ALLOWED_HOSTS,
                    "must be host names separated by commas, each with or without a port, like telemetry,localhost:8080");
        }
        return names;
    }
}
