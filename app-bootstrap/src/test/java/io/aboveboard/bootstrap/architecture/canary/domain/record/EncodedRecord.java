package io.aboveboard.bootstrap.architecture.canary.domain.record;

import io.aboveboard.bootstrap.architecture.canary.domain.memory.KnowsItsUser;

/** Half of a circle of packages. */
public final class EncodedRecord {
    static final Class<?> USED = KnowsItsUser.class;
}
