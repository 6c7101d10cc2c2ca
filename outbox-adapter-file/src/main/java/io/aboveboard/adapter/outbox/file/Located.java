package io.aboveboard.adapter.outbox.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Undelivered records that were found, each once, by segment and in their order there. */
final class Located {
    private final Map<Segment, List<Place>> bySegment = new LinkedHashMap<>();

    void add(Place place) {
        if (place.isLive()) {
            bySegment
                    .computeIfAbsent(place.segment(), unused -> new ArrayList<>())
                    .add(place);
        }
    }

    List<Place> places() {
        return bySegment().values().stream().flatMap(List::stream).toList();
    }

    Map<Segment, List<Place>> bySegment() {
        bySegment.replaceAll((segment, places) -> inOrder(places));
        return bySegment;
    }

    /** They nearly always are. */
    private static List<Place> inOrder(List<Place> places) {
        for (int next = 1; next < places.size(); next++) {
            if (places.get(next).from() <= places.get(next - 1).from()) {
                return sorted(places);
            }
        }
        return places;
    }

    private static List<Place> sorted(List<Place> places) {
        return new ArrayList<>(places.stream()
                .distinct()
                .sorted(Comparator.comparingLong(Place::from))
                .toList());
    }
}
