package io.aboveboard.bootstrap.architecture.canary.domain.engine;

/** Is a thread. */
public final class ExtendsThread extends Thread {}
