package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.Milestone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the keys of {@code telemetry/milestones.json} mean: what the project remembers and the shared file has no key for. */
final class MilestonesJson {
    /** In the order in which they are written. */
    private static final List<Map.Entry<Milestone, String>> NAMES = List.of(
            Map.entry(Milestone.INSTALL_PING_SENT, "install_ping_sent_at"),
            Map.entry(Milestone.NOTICE_SHOWN, "notice_shown_at"));

    private static final String LAST_BEAT = "last_beat_on";
    private static final String KNOWN_ID = "known_install_id";

    private MilestonesJson() {}

    /**
     * Adds what the text says.
     *
     * @throws UnreadableFileException if a value is not what this project writes; a second beat or ping must not follow
     *     from that
     */
    static Installation read(JsonObjectText text, Installation onto) throws UnreadableFileException {
        Installation read = onto;
        for (Map.Entry<Milestone, String> named : NAMES) {
            Optional<String> reached = string(text, named.getValue());
            if (reached.isPresent()) {
                read = read.withReached(named.getKey(), instant(text, named.getValue(), reached.get()));
            }
        }
        Optional<String> beat = string(text, LAST_BEAT);
        return beat.isPresent() ? read.withLastBeat(date(text, beat.get())) : read;
    }

    /**
     * Adds that another program replaced the id, if it did.
     *
     * @param read what the shared file says
     */
    static Installation compared(JsonObjectText text, Installation read) {
        Optional<InstallId> known = text.string(KNOWN_ID).flatMap(InstallId::parse);
        return read.id().isPresent() && known.isPresent() && !known.equals(read.id())
                ? read.withFormerId(known.get())
                : read;
    }

    static JsonObjectText write(JsonObjectText text, Installation before, Installation after)
            throws UnreadableFileException {
        JsonObjectText written = text;
        for (Map.Entry<Milestone, String> named : NAMES) {
            Milestone milestone = named.getKey();
            written = InstallationJson.changed(
                    written, named.getValue(), moment(before, milestone), moment(after, milestone));
        }
        written = InstallationJson.changed(written, LAST_BEAT, beat(before), beat(after));
        return before.equals(after) ? written : withKnownId(written, after);
    }

    /** The first that was known, so that a change by another program is not forgotten with the next save. */
    private static JsonObjectText withKnownId(JsonObjectText text, Installation after) throws UnreadableFileException {
        Optional<InstallId> known = after.formerId().isPresent() ? after.formerId() : after.id();
        String there = text.last(KNOWN_ID).map(text::literalOf).orElse(null);
        String wanted = known.map(id -> JsonObjectText.literal(id.toString())).orElse(null);
        return InstallationJson.changed(text, KNOWN_ID, there, wanted);
    }

    private static Optional<String> string(JsonObjectText text, String name) throws UnreadableFileException {
        Optional<String> value = text.string(name);
        if (value.isEmpty() && text.last(name).isPresent()) {
            throw malformed(text, name);
        }
        return value;
    }

    private static Instant instant(JsonObjectText text, String name, String value) throws UnreadableFileException {
        return PythonTime.parse(value).orElseThrow(() -> malformed(text, name));
    }

    private static LocalDate date(JsonObjectText text, String value) throws UnreadableFileException {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException notOne) {
            throw malformed(text, LAST_BEAT);
        }
    }

    private static UnreadableFileException malformed(JsonObjectText text, String name) {
        return UnreadableFileException.of(
                text.where(), name + " is not what was written there; correct it, or remove the file to forget it");
    }

    private static @Nullable String moment(Installation installation, Milestone milestone) {
        return installation
                .reached(milestone)
                .map(PythonTime::format)
                .map(JsonObjectText::literal)
                .orElse(null);
    }

    private static @Nullable String beat(Installation installation) {
        return installation
                .lastBeat()
                .map(date -> JsonObjectText.literal(date.toString()))
                .orElse(null);
    }
}
