package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.Milestone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What the keys of {@code telemetry/milestones.json} mean: what the project remembers and the shared file has no key for. */
final class MilestonesJson {
    private static final Map<Milestone, String> NAMES = Map.of(
            Milestone.INSTALL_PING_SENT, "install_ping_sent_at",
            Milestone.NOTICE_SHOWN, "notice_shown_at");
    private static final String LAST_BEAT = "last_beat_on";

    private MilestonesJson() {}

    /**
     * Adds what the text says.
     *
     * @throws UnreadableFileException if a value is not what this project writes; a second beat or ping must not follow
     *     from that
     */
    static Installation read(JsonObjectText text, Installation onto) throws UnreadableFileException {
        Installation read = onto;
        for (Map.Entry<Milestone, String> named : NAMES.entrySet()) {
            Optional<String> reached = string(text, named.getValue());
            if (reached.isPresent()) {
                read = read.withReached(named.getKey(), instant(text, named.getValue(), reached.get()));
            }
        }
        Optional<String> beat = string(text, LAST_BEAT);
        return beat.isPresent() ? read.withLastBeat(date(text, beat.get())) : read;
    }

    static JsonObjectText write(JsonObjectText text, Installation before, Installation after)
            throws UnreadableFileException {
        JsonObjectText written = InstallationJson.changed(text, LAST_BEAT, beat(before), beat(after));
        for (Map.Entry<Milestone, String> named : NAMES.entrySet()) {
            Milestone milestone = named.getKey();
            written = InstallationJson.changed(
                    written, named.getValue(), moment(before, milestone), moment(after, milestone));
        }
        return written;
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
