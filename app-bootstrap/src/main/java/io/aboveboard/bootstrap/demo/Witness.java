package io.aboveboard.bootstrap.demo;

import io.aboveboard.bootstrap.view.RecordView;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.api.FlushOutcome;
import java.time.Duration;
import java.util.List;

/**
 * Tells what the receiver took since the last look. Before it says that nothing more came, it has everything that waits
 * delivered, so that "nothing" means that nothing was sent, not that it was late.
 */
final class Witness {
    private final Aboveboard aboveboard;
    private final Arrivals arrivals;
    private final Duration patience;
    private int seen;

    Witness(Aboveboard aboveboard, Arrivals arrivals, Duration patience) {
        this.aboveboard = aboveboard;
        this.arrivals = arrivals;
        this.patience = patience;
    }

    /** A record that arrives by itself. */
    RecordView await(String eventName) {
        boolean came = arrivals.await(record -> record.eventName().equals(eventName), patience);
        Expect.that(came, eventName + " within " + patience.toMillis() + " ms", "received " + names(arrivals.all()));
        return single(named(eventName), eventName);
    }

    /** What came of the detailed layer since the last look, which must be this one record. */
    RecordView onlyDetailed(String eventName) {
        List<RecordView> detailed = detailedSinceLastLook();
        Expect.equal(List.of(eventName), names(detailed), "the product events received");
        return detailed.get(0);
    }

    /** Nothing of the detailed layer came since the last look. */
    void nothingDetailed() {
        Expect.equal(List.of(), names(detailedSinceLastLook()), "the product events received");
    }

    List<RecordView> all() {
        return arrivals.all();
    }

    private List<RecordView> detailedSinceLastLook() {
        FlushOutcome outcome = aboveboard.flush(patience);
        Expect.equal(FlushOutcome.Drained.DRAINED, outcome, "delivery");
        List<RecordView> all = arrivals.all();
        List<RecordView> fresh = all.subList(seen, all.size());
        seen = all.size();
        return fresh.stream().filter(RecordView::isDetailed).toList();
    }

    private List<RecordView> named(String eventName) {
        return arrivals.all().stream()
                .filter(record -> record.eventName().equals(eventName))
                .toList();
    }

    private static RecordView single(List<RecordView> records, String eventName) {
        Expect.equal(1, records.size(), "the number of " + eventName + " received");
        return records.get(0);
    }

    private static List<String> names(List<RecordView> records) {
        return records.stream().map(RecordView::eventName).toList();
    }
}
