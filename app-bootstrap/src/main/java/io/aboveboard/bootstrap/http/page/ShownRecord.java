package io.aboveboard.bootstrap.http.page;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.bootstrap.view.RecordView;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.record.EncodedRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One record as the page shows it.
 *
 * @param uid its uid
 * @param view what it says
 * @param when the time that stands beside it
 */
record ShownRecord(String uid, RecordView view, Content when) {
    /** Nothing of one whose bytes are no record, which a broken disk can leave behind. */
    static Stream<ShownRecord> waiting(EncodedRecord record) {
        return shown(record, record.occurredAt());
    }

    /** Nothing of one whose bytes are no record, which a broken disk can leave behind. */
    static Stream<ShownRecord> sent(SentRecord sent) {
        return shown(sent.record(), sent.deliveredAt());
    }

    private static Stream<ShownRecord> shown(EncodedRecord record, Instant at) {
        try {
            return Stream.of(new ShownRecord(record.uid().value(), RecordView.of(record), Moment.of(at)));
        } catch (IllegalArgumentException undecodable) {
            return Stream.empty();
        }
    }

    /** Whether a word stands in it, in any case of letters. */
    boolean mentions(String word) {
        String sought = word.toLowerCase(Locale.ROOT);
        return contains(view.eventName(), sought)
                || contains(view.identity(), sought)
                || contains(uid, sought)
                || view.fields().stream()
                        .anyMatch(field -> contains(field.key(), sought) || contains(field.value(), sought));
    }

    private static boolean contains(String text, String sought) {
        return text.toLowerCase(Locale.ROOT).contains(sought);
    }
}
