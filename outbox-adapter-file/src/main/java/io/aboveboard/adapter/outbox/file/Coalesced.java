package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.port.Settlement;
import java.util.ArrayList;
import java.util.List;

/** Makes few endings of many places: what lies side by side met its end together. */
final class Coalesced {
    private Coalesced() {}

    /** The endings of places in one segment, which are in their order there. */
    static List<Ending> endings(List<Place> places, Settlement settlement, int rejected) {
        List<Ending> endings = new ArrayList<>();
        int first = 0;
        int left = rejected;
        for (int next = 1; next <= places.size(); next++) {
            if (next == places.size()
                    || places.get(next).from() != places.get(next - 1).to()) {
                int here = Math.min(left, next - first);
                endings.add(ending(places.subList(first, next), settlement, here));
                left -= here;
                first = next;
            }
        }
        return endings;
    }

    private static Ending ending(List<Place> places, Settlement settlement, int rejected) {
        Place last = places.get(places.size() - 1);
        return Ending.of(settlement, places.get(0).from(), last.to(), places.size(), rejected);
    }
}
