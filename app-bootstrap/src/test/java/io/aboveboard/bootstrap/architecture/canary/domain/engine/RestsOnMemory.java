package io.aboveboard.bootstrap.architecture.canary.domain.engine;

import io.aboveboard.bootstrap.architecture.canary.domain.memory.KnowsItsUser;

/** An engine that chooses its own outbox. */
public final class RestsOnMemory {
    static final Class<?> KNOWN = KnowsItsUser.class;
}
