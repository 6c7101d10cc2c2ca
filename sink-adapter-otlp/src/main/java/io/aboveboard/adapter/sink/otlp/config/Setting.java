package io.aboveboard.adapter.sink.otlp.config;

/**
 * A setting by the name under which it was found.
 *
 * @param value without white space around it; empty means unset
 */
record Setting(String name, String value) {
    boolean isSet() {
        return !value.isEmpty();
    }

    @Override
    public String toString() {
        return name;
    }
}
