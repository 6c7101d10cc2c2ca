package io.aboveboard.bootstrap.architecture.canary.domain.port;

/** Stands for the batch of this small project. */
public final class Batch {}
