package io.aboveboard.bootstrap.architecture.canary.domain.api;

import io.aboveboard.bootstrap.architecture.canary.domain.engine.Part;

/** A role that knows the engine. */
public final class KnowsAPart {
    static final Class<?> KNOWN = Part.class;
}
