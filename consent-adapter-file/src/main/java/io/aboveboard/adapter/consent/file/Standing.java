package io.aboveboard.adapter.consent.file;

import java.util.Optional;

/**
 * How the shared file stands, and what should stand there.
 *
 * @param onDisk what stands there, nothing if there is no file
 * @param text what it should be: the same, unless two wrote at once and a change of one has to be repeated
 */
record Standing(Optional<JsonObjectText> onDisk, JsonObjectText text) {
    static Standing of(String where, Optional<JsonObjectText> onDisk) {
        return new Standing(onDisk, onDisk.orElseGet(() -> JsonObjectText.empty(where)));
    }

    boolean isOnDisk(JsonObjectText wanted) {
        return onDisk.isPresent() && onDisk.get().isSameAs(wanted);
    }

    /** Whether exactly this stands there and nothing has to be repeated. */
    boolean isSettledAs(JsonObjectText wanted) {
        return isOnDisk(wanted) && text.isSameAs(wanted);
    }
}
