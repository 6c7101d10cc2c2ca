package io.aboveboard.bootstrap.architecture.canary.stray;

/** Belongs to no layer. */
public final class OutsideTheLayers {}
