package io.aboveboard.testkit.fake;

import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.domain.port.Notice;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A notice that keeps what it was to show. Thread-safe. */
public final class RecordingFirstRunNotice implements FirstRunNotice {
    private final List<Notice> notices = new CopyOnWriteArrayList<>();

    /** A notice that was not shown yet. */
    public RecordingFirstRunNotice() {}

    @Override
    public void show(Notice notice) {
        notices.add(notice);
    }

    /**
     * What it was to show.
     *
     * @return the notices in their order
     */
    public List<Notice> notices() {
        return List.copyOf(notices);
    }
}
