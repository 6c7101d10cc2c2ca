package io.aboveboard.bootstrap.architecture.canary.domain.consent;

/** Stands for the policy, which may mint. */
public final class ConsentPolicy {
    private ConsentPolicy() {}

    /** Stands for the decision. */
    public static Clearance decide() {
        return new Clearance();
    }
}
