package io.aboveboard.bootstrap.http.page;

import io.aboveboard.domain.port.SentRecord;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Looks through what was sent, record by record, and keeps no more of it than the page that is asked for and those before
 * it. Not thread-safe.
 */
final class SentSearch {
    private static final Comparator<Hit> OLDEST_FIRST =
            Comparator.comparing((Hit hit) -> hit.sent.deliveredAt()).thenComparing(Hit::place);

    private final RecordQuery query;
    private final PriorityQueue<Hit> latest = new PriorityQueue<>(OLDEST_FIRST);
    private long all;

    SentSearch(RecordQuery query) {
        this.query = query;
    }

    /** @param place tells what was delivered in one moment apart */
    private record Hit(SentRecord sent, long place) {}

    void look(SentRecord sent) {
        if (query.finds(sent.record())) {
            all++;
            latest.add(new Hit(sent, all));
            if (latest.size() > query.upTo()) {
                latest.poll();
            }
        }
    }

    /** How many there are, whether or not they can be shown. */
    long all() {
        return all;
    }

    /** Those of the page, the last sent first. */
    List<ShownRecord> page() {
        return latest.stream()
                .sorted(OLDEST_FIRST.reversed())
                .skip((long) query.page() * RecordQuery.PAGE)
                .map(Hit::sent)
                .flatMap(ShownRecord::sent)
                .toList();
    }
}
