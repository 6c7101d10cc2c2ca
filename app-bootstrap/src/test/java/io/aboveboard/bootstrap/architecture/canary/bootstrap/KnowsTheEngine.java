package io.aboveboard.bootstrap.architecture.canary.bootstrap;

import io.aboveboard.bootstrap.architecture.canary.domain.engine.Part;

/** Reaches for a part of the engine. */
public final class KnowsTheEngine {
    static final Class<?> KNOWN = Part.class;
}
