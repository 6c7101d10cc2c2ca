package io.aboveboard.bootstrap.architecture.canary.bootstrap;

import io.aboveboard.bootstrap.architecture.canary.domain.consent.ConsentPolicy;

/** Asks the policy past the engine. */
public final class AsksThePolicy {
    Object ask() {
        return ConsentPolicy.decide();
    }
}
