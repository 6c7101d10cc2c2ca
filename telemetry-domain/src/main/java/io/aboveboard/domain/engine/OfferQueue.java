package io.aboveboard.domain.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;

/** Events between the callers and the recorder, bounded. No caller ever waits for room. Thread-safe. */
final class OfferQueue {
    private final ArrayBlockingQueue<Offer> offers;

    OfferQueue(int capacity) {
        this.offers = new ArrayBlockingQueue<>(capacity);
    }

    boolean offer(Offer offer) {
        return offers.offer(offer);
    }

    List<Offer> drain(int atMost) {
        List<Offer> drained = new ArrayList<>();
        offers.drainTo(drained, atMost);
        return drained;
    }

    int clear() {
        return drain(Integer.MAX_VALUE).size();
    }

    int size() {
        return offers.size();
    }
}
