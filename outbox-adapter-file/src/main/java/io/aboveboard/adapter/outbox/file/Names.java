package io.aboveboard.adapter.outbox.file;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How files are called. Their natural order is their age. */
final class Names {
    /** What a file of records is called at the end. */
    static final String SEGMENT = ".seg";
    /** What a file is called at the end in which what was delivered of several segments is collected. */
    static final String COLLECTION = ".sent";
    /** What a file is called at the end that says what became of them. */
    static final String ENDINGS = ".done";
    /** A note of another process. */
    static final String NOTE = ".counts";
    /** Something that is not complete. */
    static final String TEMPORARY = ".tmp";

    private static final Pattern NUMBER =
            Pattern.compile("(\\d{16})(?:-(\\d{13,18})-(\\d{13,18}))?\\.(?:seg|done|sent)");

    private Names() {}

    static String segment(long number) {
        return String.format(Locale.ROOT, "%016d%s", number, SEGMENT);
    }

    /** A file of what was sent, with the times of the first and the last delivery in it. */
    static String sent(long number, Instant first, Instant last, String end) {
        return String.format(Locale.ROOT, "%016d-%013d-%013d%s", number, millis(first), millis(last), end);
    }

    private static long millis(Instant instant) {
        return Math.max(0, instant.toEpochMilli());
    }

    /** The number of a segment, or -1 if it is none of ours. */
    static long numberOf(String name) {
        Matcher matcher = NUMBER.matcher(name);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }

    /** When the first record in a file of what was sent was delivered. */
    static Instant firstOf(String name) {
        return timeIn(name, 2);
    }

    /** When the last record in a file of what was sent was delivered. */
    static Instant lastOf(String name) {
        return timeIn(name, 3);
    }

    private static Instant timeIn(String name, int group) {
        Matcher matcher = NUMBER.matcher(name);
        boolean isSent = matcher.matches() && matcher.group(group) != null;
        return isSent ? Instant.ofEpochMilli(Long.parseLong(matcher.group(group))) : Instant.EPOCH;
    }

    static Path endingsOf(Path segment) {
        return with(segment, SEGMENT, ENDINGS);
    }

    static Path with(Path file, String end, String otherEnd) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.substring(0, name.length() - end.length()) + otherEnd);
    }
}
