package io.aboveboard.benchmarks.whole;

import java.util.Arrays;

/** Counts the log records in an export by its outermost fields, without reading them. */
final class LogRecords {
    private static final int DELIMITED = 2;
    private static final int RESOURCE_LOGS = 1;
    private static final int SCOPE_LOGS = 2;
    private static final int LOG_RECORDS = 2;

    private final byte[] bytes;
    private int at;

    private LogRecords(byte[] bytes) {
        this.bytes = bytes;
    }

    static int count(byte[] export) {
        return new LogRecords(export).count(export.length, RESOURCE_LOGS, SCOPE_LOGS, LOG_RECORDS);
    }

    private int count(int end, int... path) {
        int found = 0;
        while (at < end) {
            long tag = varint();
            boolean isWanted = tag >>> 3 == path[0] && (tag & 7) == DELIMITED;
            if (!isWanted) {
                skip((int) tag & 7);
            } else if (path.length == 1) {
                skip(DELIMITED);
                found++;
            } else {
                int length = (int) varint();
                found += count(at + length, Arrays.copyOfRange(path, 1, path.length));
            }
        }
        return found;
    }

    private void skip(int wireType) {
        switch (wireType) {
            case 0 -> varint();
            case 1 -> at += Long.BYTES;
            case DELIMITED -> {
                int length = (int) varint();
                at += length;
            }
            case 5 -> at += Integer.BYTES;
            default -> throw new IllegalArgumentException("no such wire type: " + wireType);
        }
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
