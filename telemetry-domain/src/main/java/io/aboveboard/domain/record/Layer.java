package io.aboveboard.domain.record;

/** The two layers of telemetry. */
public enum Layer {
    /** Sent whenever a sink is configured. */
    BASE,
    /** Sent only under a current yes. */
    DETAILED
}
