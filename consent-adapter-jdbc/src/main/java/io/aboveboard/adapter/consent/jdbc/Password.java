package io.aboveboard.adapter.consent.jdbc;

import java.util.Objects;

/** A password, which must not be shown. It can be given to a driver, and it can be compared, and that is all. Immutable. */
public final class Password {
    private final String text;

    private Password(String text) {
        this.text = text;
    }

    /**
     * Wraps a password.
     *
     * @param text the password; empty if there is none
     * @return the same, hidden
     */
    public static Password of(String text) {
        return new Password(Objects.requireNonNull(text, "text"));
    }

    /**
     * For databases that ask for no password.
     *
     * @return a password that is never sent
     */
    public static Password none() {
        return new Password("");
    }

    boolean isSet() {
        return !text.isEmpty();
    }

    String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Password that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
