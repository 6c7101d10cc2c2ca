package io.aboveboard.bootstrap.architecture.canary.domain.engine;

import io.aboveboard.bootstrap.architecture.canary.domain.consent.Clearance;

/** Makes a clearance itself. */
public final class MintsItsOwn {
    Clearance mint() {
        return new Clearance();
    }
}
