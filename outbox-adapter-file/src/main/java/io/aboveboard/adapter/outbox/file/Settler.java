package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.port.Settlement;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;

/** Writes down which end records met, then counts it. Guarded by the lock of the {@link Spool}. */
final class Settler {
    private final Premises premises;
    private final Journal journal;
    private final Segments segments;
    private final Removal removal;
    private final Reserve reserve;

    Settler(Premises premises, Journal journal, Segments segments, Removal removal, Reserve reserve) {
        this.premises = premises;
        this.journal = journal;
        this.segments = segments;
        this.removal = removal;
        this.reserve = reserve;
    }

    /** Settles what was located. Returns how many records that were. */
    int settle(Located located, Settlement settlement) throws IOException {
        int rejected = settlement instanceof Settlement.Delivered delivered ? delivered.rejected() : 0;
        int settled = 0;
        for (Map.Entry<Segment, List<Place>> each : located.bySegment().entrySet()) {
            List<Place> places = each.getValue();
            int rejectedHere = Math.min(rejected, places.size());
            if (settleIfThere(each.getKey(), places, Coalesced.endings(places, settlement, rejectedHere))) {
                rejected -= rejectedHere;
                settled += places.size();
            }
        }
        return settled;
    }

    private boolean settleIfThere(Segment segment, List<Place> places, List<Ending> endings) throws IOException {
        try {
            settle(segment, places, endings);
            return true;
        } catch (NoSuchFileException folderIsGone) {
            removal.vanished(segment);
            return false;
        }
    }

    /** Another record took the place of this one, which is neither delivered nor dropped. */
    void replace(Place old) throws IOException {
        if (old.isLive()) {
            settle(old.segment(), List.of(old), List.of(Ending.replaced(old.from(), old.to())));
        }
    }

    /** Parts of a segment hold no record any more; where that cannot be written down it is found again at the next start. */
    void damaged(Segment segment, List<Ending> damages) {
        try {
            settle(segment, List.of(), damages);
        } catch (IOException later) {
            damages.forEach(damage -> segment.settle(damage, 0));
            damages.forEach(damage -> journal.add(damage.toEntry()));
        }
        String skipped = damages.size() == 1 ? "a damaged part was" : damages.size() + " damaged parts were";
        Premises.warn(segment.file() + ": " + skipped + " skipped");
    }

    /** Damage in what another process stored and offered. */
    void count(Segment segment, List<Ending> damages) {
        if (!damages.isEmpty()) {
            segment.addLive(damages.stream().mapToInt(Ending::count).sum(), 0);
            damaged(segment, damages);
        }
    }

    /** Damage found where nobody knows how many records there were; whether any is missing shows in the account. */
    void mark(Segment segment, List<Ending> damages) {
        segment.setDamaged();
        damaged(segment, damages.stream().map(Ending::uncounted).toList());
    }

    private void settle(Segment segment, List<Place> places, List<Ending> endings) throws IOException {
        write(segment, endings);
        long bytes = places.stream().mapToLong(Place::size).sum();
        Entry entry = Entry.NOTHING;
        for (Ending ending : endings) {
            segment.settle(ending, bytes);
            bytes = 0;
            entry = entry.plus(ending.toEntry());
        }
        journal.add(entry.settling(segment.id(), segment.endingsEnd()));
        places.forEach(place -> index(place, endings.get(0)));
        retireIfDone(segment);
    }

    private void index(Place place, Ending ending) {
        segments.unindex(place);
        if (place.computed() != null && ending.isDelivered()) {
            place.segment().deliveredComputed().add(place.computed());
        }
    }

    /** What is held back for a withdrawal is held back for this as well: else the same would be sent again and again. */
    private void write(Segment segment, List<Ending> endings) throws IOException {
        try {
            EndingsFile.append(premises.disk(), segment, endings);
        } catch (IOException failed) {
            if (!Explanation.isFull(failed)) {
                throw failed;
            }
            reserve.release();
            EndingsFile.append(premises.disk(), segment, endings);
        }
    }

    void retireIfDone(Segment segment) {
        if (segment.live() > 0 || segment.isActive() || segment.isGone()) {
            return;
        }
        try {
            removal.retire(segment);
        } catch (IOException later) {
            Premises.warn("What was sent could not be put away yet: " + Explanation.of(later, segment.file()));
        }
    }
}
