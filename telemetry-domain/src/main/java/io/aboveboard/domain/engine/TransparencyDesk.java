package io.aboveboard.domain.engine;

import io.aboveboard.domain.api.Preview;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.api.Transparency;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.Decision;
import io.aboveboard.domain.consent.Refused;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.record.EncodedRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Shows what there is to see, and changes nothing but to give the installation the identity that it shows. */
final class TransparencyDesk implements Transparency {
    private final Gate gate;
    private final Registration registration;
    private final Service service;
    private final BaseReporter base;
    private final OfferQueue queue;
    private final Recorder recorder;
    private final Outbox outbox;
    private final InstallationStore installation;
    private final TelemetrySink sink;
    private final Diary diary;
    private final Tally tally;
    private final SharedClock clock;
    private final Warnings warnings;

    TransparencyDesk(
            Gate gate,
            Registration registration,
            Service service,
            BaseReporter base,
            OfferQueue queue,
            Recorder recorder,
            Ports ports,
            Diary diary,
            Tally tally,
            SharedClock clock,
            Warnings warnings) {
        this.gate = gate;
        this.registration = registration;
        this.service = service;
        this.base = base;
        this.queue = queue;
        this.recorder = recorder;
        this.installation = ports.installation();
        this.outbox = ports.outbox();
        this.sink = ports.sink();
        this.diary = diary;
        this.tally = tally;
        this.clock = clock;
        this.warnings = warnings;
    }

    @Override
    public Preview preview() {
        Standing standing = registration.ensure();
        List<EncodedRecord> records = new ArrayList<>(waiting(standing.base()));
        if (standing.base() instanceof Clearance) {
            records.addAll(dueOf(standing.reading()));
        }
        records.addAll(waiting(standing.detailed()));
        Set<String> remarks = remarksOn(standing);
        tally.replaced()
                .forEach((kind, times) -> remarks.add("since the start " + kind.marker()
                        + " was written in place of something private, " + times + (times == 1 ? " time" : " times")));
        return new Preview(service, records, List.copyOf(remarks));
    }

    private List<EncodedRecord> waiting(Decision decision) {
        return decision instanceof Clearance clearance
                ? outbox.oldest(clearance.layer(), Integer.MAX_VALUE, Long.MAX_VALUE)
                : List.of();
    }

    private List<EncodedRecord> dueOf(InstallationReading reading) {
        Installation known = installationOf(reading);
        InstallId id = known.id().orElseThrow();
        return base.due(known, id).stream()
                .map(record -> sink.encoder().encode(record))
                .toList();
    }

    private static Set<String> remarksOn(Standing standing) {
        Set<String> remarks = new LinkedHashSet<>();
        for (Decision decision : List.of(standing.base(), standing.detailed())) {
            if (decision instanceof Refused refused) {
                remarks.add(refused.reason().explanation());
            }
        }
        return remarks;
    }

    @Override
    public Status status() {
        Standing standing = gate.look();
        if (standing.base() instanceof Clearance && standing.reading() instanceof InstallationReading.Found) {
            clock.compare();
        }
        Installation known = installationOf(standing.reading());
        InstallId id = known.id().orElse(null);
        return new Status(
                service,
                id,
                StandingView.refusalOf(standing.base()),
                StandingView.of(standing),
                sink.describe(),
                diary.state(),
                outbox.contents(),
                tally.counts(pendingAnywhere()),
                known.reached(Milestone.FIRST_SEEN_SENT).orElse(null),
                known.lastBeat().orElse(null),
                id != null && standing.base() instanceof Clearance ? base.nextBeat(known, id) : null,
                warningsAnd(Remarks.on(standing, sink.describe())));
    }

    private List<String> warningsAnd(List<String> remarks) {
        Set<String> all = new LinkedHashSet<>(warnings.current());
        all.addAll(remarks);
        all.addAll(installation.remarks());
        all.addAll(outbox.remarks());
        return List.copyOf(all);
    }

    /** How many records are waiting, in memory or in the outbox. */
    long pending() {
        // Looked at in the order in which events move, so that one on its way is seen twice rather than nowhere.
        long inMemory = queue.size() + (long) recorder.inHand();
        OutboxContents contents = outbox.contents();
        return inMemory + contents.base() + contents.detailed();
    }

    /** The memory of another process that delivers cannot be seen, but what it has taken is in the account. */
    private long pendingAnywhere() {
        return diary.isOpen()
                ? pending()
                : Math.max(pending(), outbox.journal().account().pending());
    }

    @Override
    public List<SentRecord> sent(int atMost) {
        return outbox.sent(atMost);
    }

    private static Installation installationOf(InstallationReading reading) {
        return reading.known().orElse(Installation.blank());
    }
}
