package io.aboveboard.bootstrap.architecture.canary.domain.engine;

import io.aboveboard.bootstrap.architecture.canary.domain.consent.Clearance;
import java.util.function.Supplier;

/** Makes a clearance by a reference to its constructor. */
public final class MintsByReference {
    Supplier<Clearance> mint() {
        return Clearance::new;
    }
}
