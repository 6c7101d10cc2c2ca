package io.aboveboard.domain.event;

/** What came of checking an event name: the checked name, or the reason it was refused. */
public sealed interface NameVerdict {
    /**
     * The name may be used.
     *
     * @param name the checked name
     */
    record Accepted(EventName name) implements NameVerdict {}

    /** The name may not be used, and why. */
    enum Rejected implements NameVerdict {
        /** Nothing was given. */
        EMPTY("it is empty; give a name such as timer.started"),
        /** More than {@link EventName#MAX_LENGTH} characters. */
        TOO_LONG("it is longer than " + EventName.MAX_LENGTH + " characters"),
        /** A name that belongs to this library. */
        RESERVED("base_telemetry.*, telemetry.*, $pageview and analytics.identify are reserved;"
                + " use trackPageView and identify for the last two"),
        /** Not of the grammar. */
        MALFORMED("use segments of letters, digits, _ or -, each starting with a letter, joined by dots,"
                + " such as timer.started");

        private final String explanation;

        Rejected(String explanation) {
            this.explanation = explanation;
        }

        /**
         * Why, and what to do instead; holds nothing of the refused name.
         *
         * @return a sentence fragment
         */
        public String explanation() {
            return explanation;
        }
    }
}
