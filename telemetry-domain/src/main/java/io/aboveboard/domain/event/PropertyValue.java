package io.aboveboard.domain.event;

/** A value that a record can carry: exactly the scalar types that every OTLP backend keeps apart. Immutable. */
public sealed interface PropertyValue {
    /**
     * Text.
     *
     * @param value well-formed Unicode without control characters, as {@link #of} leaves it
     */
    record Text(String value) implements PropertyValue {
        /**
         * Text fit for the wire: cut at {@link PropertyRules#MAX_TEXT_LENGTH} characters, half surrogates replaced,
         * control characters made spaces.
         *
         * @param raw the text as given
         * @return the text as it may be sent
         */
        public static Text of(String raw) {
            return new Text(WireText.clean(raw));
        }
    }

    /**
     * A whole number.
     *
     * @param value the number
     */
    record Whole(long value) implements PropertyValue {}

    /**
     * A finite floating-point number.
     *
     * @param value neither NaN nor infinite
     */
    record Real(double value) implements PropertyValue {
        /**
         * Checks that the number is finite.
         *
         * @throws IllegalArgumentException if {@code value} is NaN or infinite
         */
        public Real {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value: must be finite");
            }
        }
    }

    /**
     * Yes or no.
     *
     * @param value the answer
     */
    record Flag(boolean value) implements PropertyValue {}
}
