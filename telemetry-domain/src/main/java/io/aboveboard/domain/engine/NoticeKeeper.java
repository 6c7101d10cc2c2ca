package io.aboveboard.domain.engine;

import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.domain.port.Notice;

/** Has the first-run notice shown before anything leaves, once per installation. Used by one thread. */
final class NoticeKeeper {
    private final FirstRunNotice port;
    private final Notice notice;
    private final InstallationStore installation;
    private final Warnings warnings;
    private final Clocks clocks;
    private boolean isDone;

    NoticeKeeper(FirstRunNotice port, Notice notice, InstallationStore installation, Warnings warnings, Clocks clocks) {
        this.port = port;
        this.notice = notice;
        this.installation = installation;
        this.warnings = warnings;
        this.clocks = clocks;
        this.isDone = port == FirstRunNotice.none();
    }

    void ensureShown(InstallationReading reading) {
        if (isDone || wasShown(reading)) {
            isDone = true;
            return;
        }
        isDone = true;
        show();
        remember();
    }

    private static boolean wasShown(InstallationReading reading) {
        return reading.known()
                .flatMap(known -> known.reached(Milestone.NOTICE_SHOWN))
                .isPresent();
    }

    private void show() {
        try {
            port.show(notice);
        } catch (RuntimeException theHostsOwn) {
            warnings.raise(
                    Warnings.Topic.NOTICE,
                    "the first-run notice could not be shown: "
                            + theHostsOwn.getClass().getName());
        }
    }

    /** One that cannot be remembered is shown again at the next start, which is better than never. */
    private void remember() {
        try {
            installation.update(stored -> stored.withReached(Milestone.NOTICE_SHOWN, clocks.now()));
        } catch (InstallationStoreException shownAgainThen) {
            warnings.raise(
                    Warnings.Topic.NOTICE,
                    "that the first-run notice was shown is not kept: " + shownAgainThen.getMessage());
        }
    }
}
