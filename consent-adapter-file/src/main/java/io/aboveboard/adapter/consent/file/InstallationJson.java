package io.aboveboard.adapter.consent.file;

import com.fasterxml.jackson.core.JsonToken;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.installation.Salt;
import io.aboveboard.domain.installation.StoredPreference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the keys of {@code installation.json} mean, and how a change of them is written. Keys of the host are not looked at. */
final class InstallationJson {
    private static final String INSTALL_ID = "install_id";
    private static final String SALT = "telemetry_salt";
    private static final String PREFERENCE = "telemetry_enabled";
    private static final String SETUP_COMPLETE = "setup_complete";
    private static final String FIRST_SEEN = "base_first_seen_at";
    private static final String FIRST_SEEN_SENT = "base_first_seen_sent_at";

    /** What Python takes for "no" when it asks whether first_seen was sent. */
    private static final Set<String> NOTHING = Set.of("null", "false", "0", "\"\"");

    private InstallationJson() {}

    /**
     * Adds what the text says.
     *
     * @param onto what is known otherwise
     */
    static Installation read(JsonObjectText text, Installation onto) {
        Installation read = onto.withPreference(preference(text)).withSetupComplete(isSetupComplete(text));
        read = id(text).map(read::withId).orElse(read);
        read = salt(text).map(read::withSalt).orElse(read);
        return withMoments(text, read);
    }

    private static Installation withMoments(JsonObjectText text, Installation onto) {
        Installation read = onto;
        Optional<Instant> seen = moment(text, FIRST_SEEN);
        if (seen.isPresent()) {
            read = read.withReached(Milestone.FIRST_SEEN, seen.get());
        }
        Optional<Instant> sent = firstSeenSent(text);
        return sent.isPresent() ? read.withReached(Milestone.FIRST_SEEN_SENT, sent.get()) : read;
    }

    /**
     * Writes what was changed, and nothing else.
     *
     * @throws UnreadableFileException if the text would grow beyond what is read again
     */
    static JsonObjectText write(JsonObjectText text, Installation before, Installation after)
            throws UnreadableFileException {
        JsonObjectText written = changed(text, INSTALL_ID, idLiteral(before), idLiteral(after));
        written = changed(written, SALT, saltLiteral(before), saltLiteral(after));
        written = changed(written, PREFERENCE, preferenceLiteral(before), preferenceLiteral(after));
        for (Milestone milestone : List.of(Milestone.FIRST_SEEN, Milestone.FIRST_SEEN_SENT)) {
            written = changed(
                    written, keyOf(milestone), momentLiteral(before, milestone), momentLiteral(after, milestone));
        }
        return written;
    }

    /** Sets or removes one member if its value changed. */
    static JsonObjectText changed(JsonObjectText text, String name, @Nullable String before, @Nullable String after)
            throws UnreadableFileException {
        if (Objects.equals(before, after)) {
            return text;
        }
        return after == null ? text.without(name) : text.with(name, after);
    }

    /** The own keys that hold something which is not understood, and which would be lost by writing them. */
    static List<String> notUnderstood(JsonObjectText text) {
        List<String> names = new ArrayList<>();
        addUnless(id(text).isPresent(), INSTALL_ID, names);
        addUnless(salt(text).isPresent(), SALT, names);
        addUnless(preference(text) != StoredPreference.MALFORMED, PREFERENCE, names);
        addUnless(moment(text, FIRST_SEEN).isPresent(), FIRST_SEEN, names);
        addUnless(moment(text, FIRST_SEEN_SENT).isPresent(), FIRST_SEEN_SENT, names);
        return names.stream().filter(name -> text.last(name).isPresent()).toList();
    }

    private static void addUnless(boolean understood, String name, List<String> names) {
        if (!understood) {
            names.add(name);
        }
    }

    private static Optional<InstallId> id(JsonObjectText text) {
        return text.string(INSTALL_ID).flatMap(InstallId::parse);
    }

    private static Optional<Salt> salt(JsonObjectText text) {
        return text.string(SALT).filter(salt -> !salt.isBlank()).map(Salt::new);
    }

    /** Of several a no counts first, then what is no boolean. */
    private static StoredPreference preference(JsonObjectText text) {
        List<JsonToken> values = tokens(text, PREFERENCE);
        if (values.isEmpty()) {
            return StoredPreference.UNSET;
        }
        if (values.contains(JsonToken.VALUE_FALSE)) {
            return StoredPreference.NO;
        }
        return isTrueThroughout(values) ? StoredPreference.YES : StoredPreference.MALFORMED;
    }

    private static boolean isSetupComplete(JsonObjectText text) {
        List<JsonToken> values = tokens(text, SETUP_COMPLETE);
        return !values.isEmpty() && isTrueThroughout(values);
    }

    private static boolean isTrueThroughout(List<JsonToken> values) {
        return values.stream().allMatch(value -> value == JsonToken.VALUE_TRUE);
    }

    private static List<JsonToken> tokens(JsonObjectText text, String name) {
        return text.all(name).stream().map(JsonMember::token).toList();
    }

    private static Optional<Instant> moment(JsonObjectText text, String name) {
        return text.string(name).flatMap(PythonTime::parse);
    }

    /**
     * That something stands there is what says "sent": it must not be sent twice because the time is in a form that is
     * not known here. The unknown time then is the epoch, which is shown nowhere but in the status. What Python itself
     * takes for "no" stands for "not sent": it must not be lost either.
     */
    private static Optional<Instant> firstSeenSent(JsonObjectText text) {
        Optional<Instant> known = moment(text, FIRST_SEEN_SENT);
        if (known.isPresent()) {
            return known;
        }
        return text.last(FIRST_SEEN_SENT)
                .filter(member -> !NOTHING.contains(text.literalOf(member)))
                .map(member -> Instant.EPOCH);
    }

    private static @Nullable String idLiteral(Installation installation) {
        return installation
                .id()
                .map(id -> JsonObjectText.literal(id.toString()))
                .orElse(null);
    }

    private static @Nullable String saltLiteral(Installation installation) {
        return installation
                .salt()
                .map(salt -> JsonObjectText.literal(salt.value()))
                .orElse(null);
    }

    private static @Nullable String preferenceLiteral(Installation installation) {
        return switch (installation.preference()) {
            case UNSET -> null;
            case YES -> "true";
            case NO -> "false";
            case MALFORMED -> "null";
        };
    }

    private static @Nullable String momentLiteral(Installation installation, Milestone milestone) {
        return installation
                .reached(milestone)
                .map(PythonTime::format)
                .map(JsonObjectText::literal)
                .orElse(null);
    }

    private static String keyOf(Milestone milestone) {
        return milestone == Milestone.FIRST_SEEN ? FIRST_SEEN : FIRST_SEEN_SENT;
    }
}
