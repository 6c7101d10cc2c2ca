package io.aboveboard.bootstrap.architecture.canary.domain.event;

import java.util.Date;

/** Speaks the date types of old. */
public final class OldDate {
    @SuppressWarnings("JavaUtilDate") // On purpose.
    long millis(Date date) {
        return date.getTime();
    }
}
