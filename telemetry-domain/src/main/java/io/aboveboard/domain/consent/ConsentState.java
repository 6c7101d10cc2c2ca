package io.aboveboard.domain.consent;

/** What was decided. That nothing was decided yet has no value here: it is the absence of a decision. */
public enum ConsentState {
    /** A yes. */
    GRANTED,
    /** A no. */
    DENIED
}
