package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Events between the callers and the recorder, bounded. No caller ever waits, neither for room nor for another: it takes
 * the next number, and puts its event into the slot of that number. Thread-safe; of those that take events out, one at a
 * time does.
 */
final class OfferQueue {
    private static final int LARGEST = 1 << 30;

    private final int capacity;
    private final int mask;
    private final int mark;
    private final AtomicReferenceArray<@Nullable Offer> slots;
    private final AtomicLong tail = new AtomicLong();
    private final AtomicLong head = new AtomicLong();
    private volatile long wakeAt;

    /**
     * A queue.
     *
     * @param capacity how many events it holds
     * @param mark with how many events it wants to be emptied
     */
    OfferQueue(int capacity, int mark) {
        this.capacity = Math.min(capacity, LARGEST);
        this.mark = Math.min(mark, (this.capacity + 1) / 2);
        int size = Integer.highestOneBit(2 * this.capacity - 1);
        this.mask = size - 1;
        this.slots = new AtomicReferenceArray<>(size);
        this.wakeAt = this.mark - 1L;
    }

    /** What became of an event that was offered. */
    enum Admittance {
        /** There was no room for it. */
        FULL,
        /** It waits. */
        WAITS,
        /** It waits, and with it the queue has reached its mark since it was emptied last. */
        REACHED_MARK
    }

    Admittance offer(Offer offer) {
        long number;
        do {
            number = tail.get();
            if (isFullAt(number)) {
                return Admittance.FULL;
            }
        } while (!tail.compareAndSet(number, number + 1));
        slots.set((int) number & mask, offer);
        return number == wakeAt ? Admittance.REACHED_MARK : Admittance.WAITS;
    }

    /** Whether an event would have no room, so that it need not be made. */
    boolean isFull() {
        return isFullAt(tail.get());
    }

    private boolean isFullAt(long number) {
        return number - head.get() >= capacity;
    }

    /** Takes out what is there, oldest first; an event that is only just being put in, and those behind it, come next time. */
    synchronized List<Offer> drain(int atMost) {
        List<Offer> drained = new ArrayList<>(Math.min(atMost, size()));
        long next = head.get();
        while (drained.size() < atMost) {
            Offer offer = slots.get((int) next & mask);
            if (offer == null) {
                break;
            }
            drained.add(offer);
            slots.lazySet((int) next & mask, null);
            next++;
        }
        movedOnTo(next);
        return drained;
    }

    /** Takes out all whose offering began before this; returns how many that were. */
    synchronized int clear() {
        long first = head.get();
        long end = tail.get();
        for (long next = first; next < end; next++) {
            while (slots.get((int) next & mask) == null) {
                // Its number is taken: the caller is between two instructions.
                Thread.onSpinWait();
            }
            slots.lazySet((int) next & mask, null);
        }
        movedOnTo(end);
        return (int) (end - first);
    }

    /** The mark moves along, before the room is free for those who may reach it. */
    private void movedOnTo(long next) {
        wakeAt = next + mark - 1;
        head.set(next);
    }

    /** Whether it holds so much that it wants to be emptied now. */
    boolean isPastMark() {
        return size() >= mark;
    }

    int size() {
        long first = head.get();
        return (int) Math.max(0, tail.get() - first);
    }
}
