package io.aboveboard.domain.event;

/**
 * Takes the values of one declared event. Handed to the caller's lambda only when the event will be recorded; not
 * thread-safe and not to be kept after the lambda returns.
 */
public interface PropertyWriter {
    /**
     * Sets a property. A key that the event does not declare, or a {@code null} value, is counted and left out.
     *
     * @param key the declared key
     * @param value its value
     * @param <T> the type of the value
     * @return this writer
     */
    <T> PropertyWriter put(PropertyKey<T> key, T value);
}
