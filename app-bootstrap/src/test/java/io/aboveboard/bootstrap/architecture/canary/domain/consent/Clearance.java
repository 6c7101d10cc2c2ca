package io.aboveboard.bootstrap.architecture.canary.domain.consent;

/** Stands for the token. */
public final class Clearance {
    /** Open to all, which the real one is not. */
    public Clearance() {}
}
