package io.aboveboard.domain.event;

import java.util.Objects;

/**
 * The key of a declared property together with the type of its values. Declared once as a constant; immutable and
 * thread-safe.
 *
 * @param <T> the type of the values
 */
public final class PropertyKey<T> {
    private final String name;
    private final Class<T> type;

    private PropertyKey(String name, Class<T> type) {
        this.name = PropertyRules.requireKey(Objects.requireNonNull(name, "name"));
        this.type = type;
    }

    /**
     * A key for text.
     *
     * @param name the key, see {@link PropertyRules}
     * @return the key
     * @throws IllegalArgumentException if the key is malformed, reserved or names personal data
     */
    public static PropertyKey<String> ofString(String name) {
        return new PropertyKey<>(name, String.class);
    }

    /**
     * A key for whole numbers.
     *
     * @param name the key, see {@link PropertyRules}
     * @return the key
     * @throws IllegalArgumentException if the key is malformed, reserved or names personal data
     */
    public static PropertyKey<Long> ofLong(String name) {
        return new PropertyKey<>(name, Long.class);
    }

    /**
     * A key for floating-point numbers.
     *
     * @param name the key, see {@link PropertyRules}
     * @return the key
     * @throws IllegalArgumentException if the key is malformed, reserved or names personal data
     */
    public static PropertyKey<Double> ofDouble(String name) {
        return new PropertyKey<>(name, Double.class);
    }

    /**
     * A key for yes or no.
     *
     * @param name the key, see {@link PropertyRules}
     * @return the key
     * @throws IllegalArgumentException if the key is malformed, reserved or names personal data
     */
    public static PropertyKey<Boolean> ofBoolean(String name) {
        return new PropertyKey<>(name, Boolean.class);
    }

    /**
     * A key for exceptions. Of each only its type, those of its causes, and frames of the maker's own code are recorded,
     * never a message; see {@link io.aboveboard.domain.privacy.ErrorDigest}.
     *
     * @param name the key, see {@link PropertyRules}
     * @return the key
     * @throws IllegalArgumentException if the key is malformed, reserved or names personal data
     */
    public static PropertyKey<Throwable> ofError(String name) {
        return new PropertyKey<>(name, Throwable.class);
    }

    /**
     * The key as it is sent.
     *
     * @return the key
     */
    public String name() {
        return name;
    }

    /**
     * The type of its values.
     *
     * @return {@code String}, {@code Long}, {@code Double}, {@code Boolean} or {@code Throwable}
     */
    public Class<T> type() {
        return type;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PropertyKey<?> that && name.equals(that.name) && type.equals(that.type);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name + ":" + type.getSimpleName();
    }
}
