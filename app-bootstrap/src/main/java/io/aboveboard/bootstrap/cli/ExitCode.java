package io.aboveboard.bootstrap.cli;

/** What a process tells whoever started it. */
final class ExitCode {
    static final int DONE = 0;
    static final int COULD_NOT = 1;
    static final int WRONG_USAGE = 2;

    private ExitCode() {}
}
