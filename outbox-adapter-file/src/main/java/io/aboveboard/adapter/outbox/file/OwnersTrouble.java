package io.aboveboard.adapter.outbox.file;

import java.io.IOException;
import java.util.List;

/** What the owner does about what cannot be read: it counts it and goes on. Guarded by the lock of the {@link Spool}. */
record OwnersTrouble(Segments segments, Removal removal, Settler settler, Inbox inbox) implements Trouble {
    @Override
    public void damaged(Segment segment, List<Ending> damages) {
        settler.damaged(segment, damages);
    }

    /** Another process may have removed it for a withdrawal, of which it has left a note. */
    @Override
    public void unreadable(Segment segment, IOException why) throws IOException {
        if (!Explanation.isLoss(why)) {
            throw why;
        }
        inbox.poll();
        if (!segment.isGone()) {
            removal.vanished(segment);
        }
    }
}
