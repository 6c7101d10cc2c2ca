package io.aboveboard.bootstrap.architecture.canary.domain.replica;

import io.aboveboard.bootstrap.architecture.canary.domain.api.Role;

/** A store of a replica that turns to those who are served by it. */
public final class AsksARole {
    static final Class<?> KNOWN = Role.class;
}
