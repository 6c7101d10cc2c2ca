package io.aboveboard.bootstrap.cli;

import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.domain.port.Notice;

/**
 * Shows the notice on standard error: standard output belongs to results. Thread-safe.
 *
 * @param console where it is shown
 */
record ConsoleFirstRunNotice(Console console) implements FirstRunNotice {
    @Override
    public void show(Notice notice) {
        notice.lines().forEach(console::complain);
    }
}
