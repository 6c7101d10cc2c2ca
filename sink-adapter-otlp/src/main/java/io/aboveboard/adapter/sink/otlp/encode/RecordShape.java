package io.aboveboard.adapter.sink.otlp.encode;

import io.aboveboard.adapter.sink.otlp.wire.ProtoBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What records of one event with the same keys have in common: their keys, encoded and in the order of the wire, and what
 * stands around the attributes. Immutable but for what its {@link Slot}s remember; used by one thread at a time.
 */
final class RecordShape {
    static final int EVENT_NAME = -1;
    static final int IDENTITY = -2;
    static final int DETAILED = -3;
    static final int UID = -4;

    private static final List<String> COMMON = List.of("event_name", "identity", "detailed", "log.record.uid");

    private final String eventName;
    private final String[] keys;
    private final byte[] head;
    private final Slot[] slots;
    private final byte[] tail;

    private RecordShape(String eventName, String[] keys, Slot[] slots) {
        this.eventName = eventName;
        this.keys = keys;
        this.slots = slots;
        this.head = head(eventName);
        this.tail = tail(eventName);
    }

    /** The shape of an event with these keys, which are distinct and in any order. */
    static RecordShape of(String eventName, String[] keys) {
        Slot[] slots = Stream.concat(
                        IntStream.range(0, COMMON.size()).mapToObj(i -> new Slot(COMMON.get(i), -1 - i)),
                        IntStream.range(0, keys.length)
                                .filter(i -> isSent(keys[i]))
                                .mapToObj(i -> new Slot(keys[i], i)))
                .sorted(Comparator.comparing(Slot::key))
                .toArray(Slot[]::new);
        return new RecordShape(eventName, keys, slots);
    }

    /** The common attributes are the library's own, and OpenTelemetry knows no attribute without a key. */
    private static boolean isSent(String key) {
        return !key.isEmpty() && !COMMON.contains(key);
    }

    boolean isOf(String name, String[] otherKeys, int count) {
        if (count != keys.length || !eventName.equals(name)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (!keys[i].equals(otherKeys[i])) {
                return false;
            }
        }
        return true;
    }

    /** The fields from the severity to the body, which hold for every record of the event. */
    byte[] head() {
        return head;
    }

    Slot[] slots() {
        return slots;
    }

    /** The field that names the event, which comes last. */
    byte[] tail() {
        return tail;
    }

    private static byte[] head(String eventName) {
        ProtoBuffer buffer = new ProtoBuffer(eventName.length() + 32);
        buffer.octet(LogFields.SEVERITY_NUMBER);
        buffer.varint(LogFields.INFO);
        buffer.octet(LogFields.SEVERITY_TEXT);
        text(buffer, "INFO");
        int length = ProtoBuffer.sizeOfUtf8(eventName);
        buffer.octet(LogFields.BODY);
        buffer.varint(1L + ProtoBuffer.sizeOfVarint(length) + length);
        buffer.octet(LogFields.STRING_VALUE);
        text(buffer, eventName);
        return buffer.toBytes();
    }

    private static byte[] tail(String eventName) {
        ProtoBuffer buffer = new ProtoBuffer(eventName.length() + 8);
        if (!eventName.isEmpty()) {
            buffer.octet(LogFields.EVENT_NAME);
            text(buffer, eventName);
        }
        return buffer.toBytes();
    }

    private static void text(ProtoBuffer buffer, String text) {
        buffer.varint(ProtoBuffer.sizeOfUtf8(text));
        buffer.utf8(text);
    }

    /**
     * The place of one attribute. It remembers its last text together with its encoding, as many texts are the same in
     * every record, until it has been wrong too often.
     */
    static final class Slot {
        private static final int LONGEST = 128;
        private static final int MOST_MISSES = 16;

        private final String key;
        private final int source;
        private final byte[] encodedKey;
        private final byte[] encoded;
        private String text = "";
        private int length;
        private int misses;

        Slot(String key, int source) {
            this.key = key;
            this.source = source;
            ProtoBuffer buffer = new ProtoBuffer(key.length() + 8);
            buffer.octet(LogFields.KEY);
            text(buffer, key);
            buffer.octet(LogFields.VALUE);
            this.encodedKey = buffer.toBytes();
            this.encoded = new byte[encodedKey.length + LONGEST + 16];
        }

        private String key() {
            return key;
        }

        /** The index of the attribute among the keys, or one of the constants of the shape. */
        int source() {
            return source;
        }

        /** The field of the key, and the tag of the value. */
        byte[] encodedKey() {
            return encodedKey;
        }

        boolean remembers(String value) {
            return length > 0 && text.equals(value);
        }

        /** Writes the attribute once more. */
        void repeat(ProtoBuffer buffer) {
            misses = 0;
            buffer.encoded(encoded, length);
        }

        /** Keeps in mind the attribute that was written between these positions. */
        void remember(String value, byte[] bytes, int from, int to) {
            if (misses < MOST_MISSES && to - from <= encoded.length) {
                misses++;
                text = value;
                length = to - from;
                System.arraycopy(bytes, from, encoded, 0, length);
            }
        }
    }
}
