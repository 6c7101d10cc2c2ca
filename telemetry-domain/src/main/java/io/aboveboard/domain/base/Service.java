package io.aboveboard.domain.base;

import java.util.Objects;

/**
 * Who reports: the product as its maker names it.
 *
 * @param name the service name, such as {@code timetracker}
 * @param version its version
 * @param environment where it is deployed, such as {@code production}
 * @param releaseChannel the channel it was released through, such as {@code default}
 */
public record Service(String name, String version, String environment, String releaseChannel) {
    private static final int MAX_LENGTH = 128;

    /**
     * Checks all four.
     *
     * @throws NullPointerException if one is {@code null}
     * @throws IllegalArgumentException if one is blank, over-long or holds control characters; the message names it
     */
    public Service {
        require(name, "name");
        require(version, "version");
        require(environment, "environment");
        require(releaseChannel, "releaseChannel");
    }

    /**
     * A service in production, released through the default channel.
     *
     * @param name the service name
     * @param version its version
     * @return the service
     */
    public static Service of(String name, String version) {
        return new Service(name, version, "production", "default");
    }

    private static void require(String value, String parameter) {
        Objects.requireNonNull(value, parameter);
        if (value.isBlank() || value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    parameter + ": must be 1 to " + MAX_LENGTH + " characters without control characters");
        }
    }
}
