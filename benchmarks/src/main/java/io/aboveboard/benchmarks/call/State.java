package io.aboveboard.benchmarks.call;

/** The states that a call may meet. */
public enum State {
    /** Nobody has decided. */
    OFF_NO_CONSENT,
    /** {@code DO_NOT_TRACK} is set. */
    OFF_KILL_SWITCH,
    /** All is well. */
    RECORDING,
    /** Nothing is taken out of the queue. */
    FULL_QUEUE,
    /** No receiver answers. */
    DEAD_SINK,
    /** Nothing can be stored. */
    FULL_DISK;

    boolean isGranted() {
        return compareTo(RECORDING) >= 0;
    }
}
