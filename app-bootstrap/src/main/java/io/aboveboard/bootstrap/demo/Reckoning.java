package io.aboveboard.bootstrap.demo;

import io.aboveboard.bootstrap.view.RecordView;
import io.aboveboard.domain.api.Counts;
import io.aboveboard.domain.api.Transparency;
import io.aboveboard.domain.record.DropReason;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the service says of itself at the end, held against what the receiver took. */
final class Reckoning {
    private static final int MORE_THAN_EVER_SENT = 100;
    private static final long REFUSALS = 2;

    private final Transparency transparency;
    private final List<RecordView> received;

    Reckoning(Transparency transparency, List<RecordView> received) {
        this.transparency = transparency;
        this.received = received;
    }

    void tell(Narrator narrator) {
        Counts counts = transparency.status().counts();
        Expect.equal(Map.of(DropReason.NO_CONSENT, REFUSALS), counts.dropped(), "what was refused");
        Expect.equal((long) received.size(), counts.delivered(), "the number delivered");
        Expect.equal(0L, counts.pending(), "the number waiting");
        Expect.equal(counts.delivered() + REFUSALS, counts.offered(), "the number offered");
        Expect.equal(jsonOf(received), jsonOf(sent()), "the service's own record of what was sent");
        narrator.sum("offered", counts.offered(), "by the service and its users");
        narrator.sum("received", layer(false).size(), "base layer: " + names(layer(false)));
        narrator.sum("", layer(true).size(), "detailed layer: " + names(layer(true)));
        narrator.sum("refused", REFUSALS, "without a yes: timer.started, and kept nowhere");
        narrator.sum("waiting", counts.pending(), "");
        narrator.labelled("", "The service's own record of what was sent shows the same " + received.size() + ".");
    }

    private List<RecordView> layer(boolean detailed) {
        return received.stream()
                .filter(record -> record.isDetailed() == detailed)
                .toList();
    }

    private List<RecordView> sent() {
        return transparency.sent(MORE_THAN_EVER_SENT).stream()
                .map(sent -> RecordView.of(sent.record()))
                .toList();
    }

    private static List<String> jsonOf(List<RecordView> records) {
        return records.stream().map(RecordView::json).toList();
    }

    private static String names(List<RecordView> records) {
        return records.stream()
                .map(record -> record.eventName().replace("base_telemetry.", ""))
                .collect(Collectors.joining(", "));
    }
}
