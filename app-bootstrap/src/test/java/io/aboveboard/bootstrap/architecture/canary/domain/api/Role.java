package io.aboveboard.bootstrap.architecture.canary.domain.api;

/** Stands for a role of the driving side. */
public final class Role {}
