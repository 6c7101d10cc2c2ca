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
import java.util.function.Consumer;

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
        return preview(Integer.MAX_VALUE);
    }

    @Override
    public Preview preview(int atMost) {
        Standing standing = registration.ensure();
        List<EncodedRecord> records = new ArrayList<>(waiting(standing.base(), atMost));
        List<EncodedRecord> due = dueOf(standing);
        due.stream().limit(atMost - (long) records.size()).forEach(records::add);
        records.addAll(waiting(standing.detailed(), atMost - records.size()));
        long more = Math.max(0, all(standing, due.size()) - records.size());
        return new Preview(service, records, more, remarks(standing));
    }

    /** What is delivered or stored while that is found out is in one of the numbers and not in the other. */
    private long all(Standing standing, long due) {
        OutboxContents contents = outbox.contents();
        return due
                + (standing.base() instanceof Clearance ? contents.base() : 0)
                + (standing.detailed() instanceof Clearance ? contents.detailed() : 0);
    }

    private List<String> remarks(Standing standing) {
        Set<String> remarks = remarksOn(standing);
        tally.replaced()
                .forEach((kind, times) -> remarks.add("since the start " + kind.marker()
                        + " was written in place of something private, " + times + (times == 1 ? " time" : " times")));
        return List.copyOf(remarks);
    }

    private List<EncodedRecord> waiting(Decision decision, int atMost) {
        return decision instanceof Clearance clearance && atMost > 0
                ? outbox.oldest(clearance.layer(), atMost, Long.MAX_VALUE)
                : List.of();
    }

    @Override
    public void eachWaiting(Consumer<EncodedRecord> each) {
        Standing standing = registration.ensure();
        eachWaiting(standing.base(), each);
        dueOf(standing).forEach(each);
        eachWaiting(standing.detailed(), each);
    }

    private void eachWaiting(Decision decision, Consumer<EncodedRecord> each) {
        if (decision instanceof Clearance clearance) {
            outbox.eachWaiting(clearance.layer(), each);
        }
    }

    private List<EncodedRecord> dueOf(Standing standing) {
        return standing.base() instanceof Clearance ? dueOf(standing.reading()) : List.of();
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

    @Override
    public void eachSent(Consumer<SentRecord> each) {
        outbox.eachSent(each);
    }

    private static Installation installationOf(InstallationReading reading) {
        return reading.known().orElse(Installation.blank());
    }
}
