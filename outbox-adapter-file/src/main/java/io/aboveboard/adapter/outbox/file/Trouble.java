package io.aboveboard.adapter.outbox.file;

import java.io.IOException;
import java.util.List;

/** What to do about what cannot be read. */
interface Trouble {
    /** Parts of a segment hold no record any more. */
    void damaged(Segment segment, List<Ending> damages);

    /**
     * A segment cannot be read at all.
     *
     * @throws IOException if that may pass
     */
    void unreadable(Segment segment, IOException why) throws IOException;

    /** For those who only look: they pass it over. */
    static Trouble ignored() {
        return new Trouble() {
            @Override
            public void damaged(Segment segment, List<Ending> damages) {
                // The owner counts it.
            }

            @Override
            public void unreadable(Segment segment, IOException why) {
                // The owner counts it, or has just removed it.
            }
        };
    }
}
