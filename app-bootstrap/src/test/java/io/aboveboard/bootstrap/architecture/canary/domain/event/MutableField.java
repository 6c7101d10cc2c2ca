package io.aboveboard.bootstrap.architecture.canary.domain.event;

/** Changes. */
public final class MutableField {
    private int count;

    int next() {
        return ++count;
    }
}
