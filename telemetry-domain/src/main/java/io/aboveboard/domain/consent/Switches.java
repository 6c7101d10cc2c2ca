package io.aboveboard.domain.consent;

import java.util.Objects;

/**
 * What the environment or the code says about telemetry, over and above any stored decision.
 *
 * @param silence the kill switch that is on, or {@link Silence#NONE}
 * @param detailed what is said about the detailed layer
 */
public record Switches(Silence silence, DetailedAnswer detailed) {
    private static final Switches UNSET = new Switches(Silence.NONE, DetailedAnswer.UNSET);

    /** Checks that both are given. */
    public Switches {
        Objects.requireNonNull(silence, "silence");
        Objects.requireNonNull(detailed, "detailed");
    }

    /**
     * Nothing is said.
     *
     * @return no switch set
     */
    public static Switches unset() {
        return UNSET;
    }

    /**
     * The more restrictive of two sources.
     *
     * @param other another source
     * @return of each switch the stronger setting
     */
    public Switches and(Switches other) {
        return new Switches(
                silence == Silence.NONE ? other.silence : silence,
                detailed.compareTo(other.detailed) >= 0 ? detailed : other.detailed);
    }

    /** Switches that silence both layers. */
    public enum Silence {
        /** None is on. */
        NONE,
        /** {@code DO_NOT_TRACK} is set. */
        DO_NOT_TRACK,
        /** {@code OTEL_SDK_DISABLED} is true. */
        OTEL_SDK_DISABLED,
        /** {@code TELEMETRY_LAYERS=none}. */
        LAYERS_NONE
    }

    /** What is said about the detailed layer; what stands later is the more restrictive. */
    public enum DetailedAnswer {
        /** Nothing is said. */
        UNSET,
        /** {@code ENABLE_TELEMETRY=true}: the answer where none has been stored. */
        YES_IF_UNDECIDED,
        /** {@code ENABLE_TELEMETRY=false}: never. */
        NEVER,
        /** {@code TELEMETRY_LAYERS=base}: never. */
        LAYERS_BASE
    }
}
