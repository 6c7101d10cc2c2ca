package io.aboveboard.adapter.outbox.file;

import java.util.Map;
import java.util.TreeMap;

/** Parts of a file, kept as few ranges as possible. Not thread-safe. */
final class Ranges {
    private final TreeMap<Long, Long> endByStart = new TreeMap<>();

    /** Adds the part from one offset up to another. */
    void add(long from, long to) {
        long start = from;
        long end = to;
        Map.Entry<Long, Long> touched = endByStart.floorEntry(end);
        while (touched != null && touched.getValue() >= start) {
            start = Math.min(start, touched.getKey());
            end = Math.max(end, touched.getValue());
            endByStart.remove(touched.getKey());
            touched = endByStart.floorEntry(end);
        }
        endByStart.put(start, end);
    }

    boolean contains(long offset) {
        return endOf(offset) > offset;
    }

    /** Where the range ends in which an offset lies; the offset itself if it lies in none. */
    long endOf(long offset) {
        Map.Entry<Long, Long> range = endByStart.floorEntry(offset);
        return range == null ? offset : Math.max(offset, range.getValue());
    }

    /** How many ranges there are. */
    int count() {
        return endByStart.size();
    }
}
