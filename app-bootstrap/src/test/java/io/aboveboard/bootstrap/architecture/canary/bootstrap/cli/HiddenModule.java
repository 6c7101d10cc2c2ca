package io.aboveboard.bootstrap.architecture.canary.bootstrap.cli;

import com.google.inject.AbstractModule;

/** A module outside of wiring. */
public final class HiddenModule extends AbstractModule {}
