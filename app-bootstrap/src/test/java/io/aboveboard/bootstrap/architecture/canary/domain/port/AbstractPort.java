package io.aboveboard.bootstrap.architecture.canary.domain.port;

/** A port that is a class. */
public abstract class AbstractPort {
    abstract void play();
}
