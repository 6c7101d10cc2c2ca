package io.aboveboard.bootstrap.architecture.canary.domain.port;

import io.aboveboard.bootstrap.architecture.canary.domain.api.Role;

/** A port that knows who drives. */
public final class KnowsARole {
    static final Class<?> KNOWN = Role.class;
}
