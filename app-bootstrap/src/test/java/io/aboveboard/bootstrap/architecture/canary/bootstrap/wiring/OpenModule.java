package io.aboveboard.bootstrap.architecture.canary.bootstrap.wiring;

import com.google.inject.AbstractModule;

/** A module that can be extended. */
public class OpenModule extends AbstractModule {}
