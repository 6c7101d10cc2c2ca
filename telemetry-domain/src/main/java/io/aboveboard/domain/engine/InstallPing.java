package io.aboveboard.domain.engine;

import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.port.RecordEncoderException;
import io.aboveboard.domain.port.Stored;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.port.TelemetrySinkException;
import io.aboveboard.domain.record.DropReason;
import java.util.List;

/** The one {@code telemetry.install} of an installation, recorded under its first yes. */
final class InstallPing {
    private final Gate gate;
    private final RecordFactory records;
    private final TelemetrySink sink;
    private final Outbox outbox;
    private final Tally tally;
    private final Warnings warnings;

    InstallPing(Gate gate, RecordFactory records, TelemetrySink sink, Outbox outbox, Tally tally, Warnings warnings) {
        this.gate = gate;
        this.records = records;
        this.sink = sink;
        this.outbox = outbox;
        this.tally = tally;
        this.warnings = warnings;
    }

    /** Records it if there is a yes and it was never delivered. */
    void recordIfFirst() {
        gate.through(() -> {
            Standing standing = gate.look();
            if (standing.detailed() instanceof Clearance clearance && !wasSent(standing.reading())) {
                Identity.of(standing.reading()).ifPresent(identity -> record(clearance, identity));
            }
            return null;
        });
    }

    private static boolean wasSent(InstallationReading reading) {
        return reading instanceof InstallationReading.Found found
                && found.installation().reached(Milestone.INSTALL_PING_SENT).isPresent();
    }

    private void record(Clearance clearance, Identity identity) {
        var ping = records.installPing(clearance, identity);
        if (outbox.holds(ping.uid())) {
            return;
        }
        tally.offeredByLibrary();
        try {
            Stored stored = outbox.append(clearance, List.of(sink.encoder().encode(ping)));
            tally.takenBack(1 - stored.records());
            tally.droppedByOutbox(DropReason.EVICTED, stored.evicted());
        } catch (OutboxException | RecordEncoderException | TelemetrySinkException failed) {
            tally.takenBack(1);
            warnings.raise(Warnings.Topic.RECORDING, "the install ping was not recorded: " + failed.getMessage());
        }
    }
}
