package io.aboveboard.bootstrap.architecture.canary.domain.engine;

/** Stands for a part of the engine. */
public final class Part {}
