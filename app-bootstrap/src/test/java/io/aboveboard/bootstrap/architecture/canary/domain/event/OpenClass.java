package io.aboveboard.bootstrap.architecture.canary.domain.event;

/** Can be extended. */
public class OpenClass {}
