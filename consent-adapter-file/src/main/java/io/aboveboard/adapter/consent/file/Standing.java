package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.annotation.Nullable;

/**
 * How the shared file stands, and what should stand there.
 *
 * @param onDisk what stands there, {@code null} if there is no file
 * @param text what it should be: the same, unless two wrote at once and a change of one has to be repeated
 * @param applied whether the change under way has taken place, so that what differs from it was decided later
 */
record Standing(@Nullable JsonObjectText onDisk, JsonObjectText text, boolean applied) {
    static Standing of(String where, @Nullable JsonObjectText onDisk) {
        return new Standing(onDisk, onDisk == null ? JsonObjectText.empty(where) : onDisk, false);
    }

    boolean isOnDisk() {
        return onDisk != null;
    }

    boolean isOnDisk(JsonObjectText wanted) {
        return onDisk != null && onDisk.isSameAs(wanted);
    }

    /** Whether exactly this stands there and nothing has to be repeated. */
    boolean isSettledAs(JsonObjectText wanted) {
        return isOnDisk(wanted) && text.isSameAs(wanted);
    }

    /**
     * After others changed the file before it could be replaced: what had to be repeated still has to be.
     *
     * @param now how it stands now
     */
    Standing changedTo(Standing now) throws UnreadableFileException {
        JsonObjectText base = onDisk == null ? text : onDisk;
        return new Standing(now.onDisk, JsonMerge.repeat(base, text, now.text), applied);
    }

    /**
     * After it was replaced.
     *
     * @param next what was put there
     * @param overtaken what others wrote into the replaced file meanwhile, or what it held
     * @param now how it stands now
     */
    Standing replacedBy(JsonObjectText next, JsonObjectText overtaken, Standing now) throws UnreadableFileException {
        JsonObjectText before = onDisk == null ? text : onDisk;
        boolean alone = overtaken.isSameAs(before);
        JsonObjectText both = alone ? next : JsonMerge.repeat(before, next, overtaken);
        JsonObjectText due = now.isOnDisk(next) ? both : JsonMerge.repeat(before, both, now.text);
        return new Standing(now.onDisk, due, alone);
    }
}
