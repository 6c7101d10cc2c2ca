package io.aboveboard.bootstrap.architecture.canary.bootstrap.wiring;

import com.google.inject.AbstractModule;

/** A module not called one. */
public final class Bindings extends AbstractModule {}
