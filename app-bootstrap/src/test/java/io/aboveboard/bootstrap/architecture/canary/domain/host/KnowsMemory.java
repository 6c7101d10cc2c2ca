package io.aboveboard.bootstrap.architecture.canary.domain.host;

import io.aboveboard.bootstrap.architecture.canary.domain.memory.KnowsItsUser;

/** The host package, knowing another at its side. */
public final class KnowsMemory {
    static final Class<?> KNOWN = KnowsItsUser.class;
}
