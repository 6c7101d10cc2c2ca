package io.aboveboard.bootstrap.architecture.canary.domain.memory;

import io.aboveboard.bootstrap.architecture.canary.domain.record.EncodedRecord;

/** The other half of a circle of packages. */
public final class KnowsItsUser {
    static final Class<?> USER = EncodedRecord.class;
}
