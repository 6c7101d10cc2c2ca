package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import java.io.IOException;
import java.time.Instant;

/** What is waiting, as the port shows it. */
final class Contents {
    private Contents() {}

    static OutboxContents of(Segments segments, Desk desk) throws IOException {
        Instant oldest = null;
        for (Layer layer : Layer.values()) {
            for (EncodedRecord first : desk.peek(layer)) {
                oldest = earlier(oldest, first.occurredAt());
            }
        }
        OutboxContents sums = segments.contents();
        return new OutboxContents(sums.base(), sums.detailed(), sums.bytes(), oldest);
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one != null && one.isBefore(other) ? one : other;
    }
}
