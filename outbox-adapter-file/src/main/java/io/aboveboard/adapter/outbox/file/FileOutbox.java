package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.port.DeliveryJournal;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.port.Stored;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * An outbox in files, in {@code telemetry/spool} of a state folder. What is stored there survives a crash of the process
 * and of the machine; what was sent is kept for a while. Nothing is created before something is stored or the outbox is
 * claimed; looking creates nothing.
 *
 * <p>Thread-safe, and safe beside other processes: one of them claims it, the others leave what they store in its inbox.
 * Closed by whoever made it; a process that is killed loses nothing that was stored, and its claim.
 */
public final class FileOutbox implements Outbox {
    private final Premises premises;
    private final Tenancy tenancy;
    private final IdFile id;
    private final NudgeFile nudge;
    private final DeliveryJournal journal;

    FileOutbox(Premises premises) {
        this.premises = premises;
        this.tenancy = new Tenancy(premises);
        this.id = new IdFile(premises);
        this.nudge = new NudgeFile(premises);
        this.journal = new FileDeliveryJournal(tenancy);
    }

    /**
     * The outbox of a state folder.
     *
     * @param stateDir the folder in which {@code installation.json} lies; it need not exist
     * @return the outbox, with nothing opened yet
     */
    public static FileOutbox in(Path stateDir) {
        return in(stateDir, FileOutboxConfig.defaults());
    }

    /**
     * The outbox of a state folder, of a size of one's own.
     *
     * @param stateDir the folder in which {@code installation.json} lies; it need not exist
     * @param config how large it may grow, and for how long it keeps what was sent
     * @return the outbox, with nothing opened yet
     */
    public static FileOutbox in(Path stateDir, FileOutboxConfig config) {
        return new FileOutbox(new Premises(Disk.real(), Folders.in(stateDir), config));
    }

    @Override
    public boolean claim() {
        return tenancy.claim();
    }

    @Override
    public String id() {
        return tenancy.look("The identity of the outbox could not be stored", spool -> id.get(), visit -> id.get());
    }

    @Override
    public Stored append(Clearance clearance, List<EncodedRecord> records) {
        requireCover(clearance, records);
        requireSize(records);
        if (records.isEmpty()) {
            return new Stored(0, 0);
        }
        return tenancy.change("Not stored", spool -> spool.append(records), visit -> visit.append(records));
    }

    private static void requireCover(Clearance clearance, List<EncodedRecord> records) {
        if (!records.stream().allMatch(clearance::covers)) {
            throw new IllegalArgumentException("clearance: " + clearance + " does not cover every record");
        }
    }

    private static void requireSize(List<EncodedRecord> records) {
        if (!records.stream().allMatch(RecordFrame::fits)) {
            throw new OutboxException(
                    "Not stored: a record is larger than " + Frame.LONGEST + " bytes; make it smaller");
        }
    }

    @Override
    public List<EncodedRecord> oldest(Layer layer, int maxRecords, long maxBytes, Predicate<EncodedRecord> wanted) {
        return tenancy.look(
                "The outbox cannot be read",
                spool -> spool.oldest(layer, maxRecords, maxBytes, wanted),
                visit -> visit.view().oldest(layer, maxRecords, maxBytes, wanted));
    }

    @Override
    public void eachWaiting(Layer layer, Consumer<EncodedRecord> each) {
        String otherwise = "The outbox cannot be read";
        tenancy.look(
                        otherwise,
                        spool -> spool.waiting(layer),
                        visit -> visit.view().waiting(layer))
                .forEach(piece -> tenancy.read(otherwise, piece).forEach(each));
    }

    @Override
    public boolean holds(RecordUid uid) {
        return tenancy.look(
                "The outbox cannot be read",
                spool -> spool.holds(uid),
                visit -> visit.view().holds(uid));
    }

    @Override
    public boolean recalls(RecordUid uid) {
        return tenancy.look(
                "What was sent cannot be read",
                spool -> spool.recalls(uid),
                visit -> visit.view().recalls(uid));
    }

    @Override
    public int settle(List<EncodedRecord> records, Settlement settlement) {
        return tenancy.own("What was settled could not be stored", spool -> spool.settle(records, settlement));
    }

    @Override
    public void replace(Clearance clearance, EncodedRecord old, EncodedRecord replacement) {
        requireCover(clearance, List.of(replacement));
        requireSize(List.of(replacement));
        tenancy.own("Not replaced", spool -> {
            spool.replace(old, replacement);
            return true;
        });
    }

    @Override
    public int purgeDetailedExcept(long epoch) {
        return tenancy.change(
                "Events of an ended consent could not be deleted",
                spool -> spool.purgeDetailedExcept(epoch),
                visit -> visit.needsPurge(epoch) ? purgeAsVisitor(visit, epoch) : 0);
    }

    /** Without an owner beside it this process counts best by being the owner for a moment. */
    private int purgeAsVisitor(Visit visit, long epoch) throws IOException {
        Integer removed = tenancy.asOwnerForNow(spool -> spool.purgeDetailedExcept(epoch));
        return removed == null ? visit.purgeExcept(epoch) : removed;
    }

    @Override
    public OutboxContents contents() {
        return tenancy.look(
                "The outbox cannot be read",
                Spool::contents,
                visit -> visit.view().contents());
    }

    @Override
    public List<String> remarks() {
        try {
            List<Path> newer = Stocktaking.newer(premises);
            return newer.isEmpty()
                    ? List.of()
                    : List.of("what a newer version stored is left alone until that runs again: " + newer.get(0)
                            + (newer.size() == 1 ? "" : " and " + (newer.size() - 1) + " more files"));
        } catch (IOException unreadable) {
            return List.of("the outbox cannot be read: "
                    + Explanation.of(unreadable, premises.folders().spool()));
        }
    }

    @Override
    public List<SentRecord> sent(int atMost) {
        return tenancy.look(
                "What was sent cannot be read",
                spool -> spool.sent(atMost),
                visit -> visit.view().sent(atMost));
    }

    @Override
    public void eachSent(Consumer<SentRecord> each) {
        String otherwise = "What was sent cannot be read";
        tenancy.look(otherwise, Spool::allSent, visit -> visit.view().allSent())
                .forEach(piece -> tenancy.read(otherwise, piece).forEach(each));
    }

    @Override
    public void forgetSent() {
        tenancy.ownNow("What was sent could not be forgotten", spool -> {
            spool.forgetSent();
            return true;
        });
    }

    @Override
    public void erase() {
        tenancy.ownNow("The outbox could not be erased", spool -> {
            spool.erase();
            id.forget();
            return true;
        });
    }

    @Override
    public void nudge() {
        tenancy.change(
                "The process that delivers could not be asked to", spool -> nudge.leave(), visit -> nudge.leave());
    }

    @Override
    public boolean nudged() {
        return tenancy.look("The outbox cannot be read", spool -> nudge.take(), visit -> false);
    }

    @Override
    public DeliveryJournal journal() {
        return journal;
    }

    @Override
    public void close() {
        tenancy.close();
    }
}
