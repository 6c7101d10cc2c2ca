package io.aboveboard.domain.host;

import io.aboveboard.domain.base.Platform;
import io.aboveboard.domain.port.PlatformProbe;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/**
 * Asks the JVM and the environment about the machine. The host name is never asked for, so no name is looked up.
 * Thread-safe.
 */
public final class JvmPlatformProbe implements PlatformProbe {
    private static final String UNKNOWN = "unknown";
    private static final int LOCALE_LENGTH = 5;

    private final Map<String, String> environment;
    private final Map<?, ?> properties;

    private JvmPlatformProbe(Map<String, String> environment, Map<?, ?> properties) {
        this.environment = Map.copyOf(environment);
        this.properties = properties;
    }

    /**
     * A probe of this process.
     *
     * @return the probe
     */
    public static JvmPlatformProbe ofThisProcess() {
        return new JvmPlatformProbe(System.getenv(), System.getProperties());
    }

    /**
     * A probe of what is given.
     *
     * @param environment values by name
     * @param properties system properties by name
     * @return the probe
     */
    public static JvmPlatformProbe of(Map<String, String> environment, Map<String, String> properties) {
        return new JvmPlatformProbe(environment, Map.copyOf(properties));
    }

    @Override
    public Platform probe() {
        return new Platform(platform(), property("os.version"), architecture(), locale(), timezone(), deploymentType());
    }

    private String platform() {
        String name = property("os.name");
        if (name.startsWith("Windows")) {
            return "Windows";
        }
        return name.startsWith("Mac") ? "Darwin" : name;
    }

    private String architecture() {
        String name = property("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }

    /** The language of the system's messages, as the original reads it; {@code C} and {@code POSIX} are no locale. */
    private String locale() {
        for (String name : new String[] {"LC_ALL", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (value.matches("[a-z]{2}_[A-Z]{2}.*")) {
                return value.substring(0, LOCALE_LENGTH);
            }
        }
        String language = property("user.language");
        String country = property("user.country");
        return country.equals(UNKNOWN) ? language : language + "_" + country.toUpperCase(Locale.ROOT);
    }

    private String timezone() {
        String fromEnvironment = environment.getOrDefault("TZ", "");
        return fromEnvironment.isBlank() ? ZoneId.systemDefault().getId() : zoneOr(fromEnvironment.strip());
    }

    private static String zoneOr(String name) {
        try {
            return ZoneId.of(name.startsWith(":") ? name.substring(1) : name).getId();
        } catch (DateTimeException notAZone) {
            return ZoneId.systemDefault().getId();
        }
    }

    /** Podman sets {@code container}, Kubernetes its service's address; what only a file tells the jar adds. */
    private String deploymentType() {
        boolean contained = environment.containsKey("container") || environment.containsKey("KUBERNETES_SERVICE_HOST");
        return contained ? "docker" : "native";
    }

    private String property(String name) {
        Object value = properties.get(name);
        return value instanceof String text && !text.isBlank() ? text : UNKNOWN;
    }
}
