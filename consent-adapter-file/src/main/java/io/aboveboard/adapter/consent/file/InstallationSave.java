package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.installation.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One change of the installation, from reading to storing. Callers hold the lock.
 *
 * @param shared the host's file
 * @param milestones what has no key there
 * @param quarantine where replaced values that nobody understands are kept
 */
record InstallationSave(SharedFile shared, PrivateFile milestones, Quarantine quarantine) {
    private static final int ATTEMPTS = 50;

    /**
     * What is to be stored.
     *
     * @param shared the next text of the host's file
     * @param own the next text of the milestones
     */
    private record Draft(JsonObjectText shared, JsonObjectText own) {
        Installation installation() throws UnreadableFileException {
            return InstallationSave.installation(shared, own);
        }
    }

    static Installation installation(JsonObjectText shared, JsonObjectText own) throws UnreadableFileException {
        Installation read = InstallationJson.read(shared, MilestonesJson.read(own, Installation.blank()));
        return MilestonesJson.compared(own, read);
    }

    /**
     * Reads the milestones.
     *
     * @return their text, empty if there is none
     */
    static JsonObjectText readOwn(PrivateFile milestones) throws UnreadableFileException {
        String where = milestones.path().toString();
        Optional<byte[]> content = FileContent.of(milestones.path(), JsonObjectReader.MAX_BYTES);
        return content.isPresent() ? JsonObjectText.of(where, content.get()) : JsonObjectText.empty(where);
    }

    /**
     * The installation if the change leaves it as it is.
     *
     * @return nothing if there is something to store
     */
    Optional<Installation> unchanged(UnaryOperator<Installation> change) throws UnreadableFileException {
        Standing standing = shared.standing();
        JsonObjectText own = ownBeside(standing);
        Draft draft = draft(standing.text(), own, change);
        boolean same = draft.shared().isSameAs(standing.text()) && draft.own().isSameAs(own);
        return same ? Optional.of(draft.installation()) : Optional.empty();
    }

    /**
     * Changes and stores it.
     *
     * @return what is stored now
     * @throws IOException if it is unreadable or cannot be stored
     */
    Installation run(UnaryOperator<Installation> change) throws IOException {
        Standing standing = shared.standing();
        JsonObjectText own = ownBeside(standing);
        if (!standing.isOnDisk()) {
            Files.deleteIfExists(milestones.path());
        }
        Draft draft = draft(standing.text(), own, change);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            keepWhatIsNotUnderstood(standing.text(), draft.shared());
            standing = store(standing, own, draft);
            if (standing.isSettledAs(draft.shared())) {
                return draft.installation();
            }
            draft = redraft(standing, own, draft, change);
        }
        throw new IOException("rewritten by another program again and again while it was to be saved; try again");
    }

    /** Milestones without an installation are of one that was removed. */
    private JsonObjectText ownBeside(Standing standing) throws UnreadableFileException {
        return standing.isOnDisk()
                ? readOwn(milestones)
                : JsonObjectText.empty(milestones.path().toString());
    }

    private static Draft draft(JsonObjectText text, JsonObjectText own, UnaryOperator<Installation> change)
            throws UnreadableFileException {
        Installation before = installation(text, own);
        Installation after = change.apply(before);
        return new Draft(InstallationJson.write(text, before, after), MilestonesJson.write(own, before, after));
    }

    /** A change that is in force, or that another program has undone since, is not applied a second time. */
    private static Draft redraft(
            Standing standing, JsonObjectText own, Draft former, UnaryOperator<Installation> change)
            throws UnreadableFileException {
        Draft asItStands = new Draft(standing.text(), former.own());
        return standing.applied() || asItStands.installation().equals(former.installation())
                ? asItStands
                : draft(standing.text(), own, change);
    }

    private Standing store(Standing standing, JsonObjectText own, Draft draft) throws IOException {
        if (draft.own().isSameAs(own)) {
            return storeShared(standing, draft);
        }
        try (TemporaryFile prepared = milestones.prepare(draft.own().bytes())) {
            Standing after = storeShared(standing, draft);
            if (after.isSettledAs(draft.shared())) {
                commit(prepared, standing);
            }
            return after;
        }
    }

    /** Both or neither: whoever is told that a change failed must not find half of it. */
    private void commit(TemporaryFile prepared, Standing former) throws IOException {
        try {
            milestones.commit(prepared);
        } catch (IOException failed) {
            shared.takeBack(former.onDisk(), failed);
            throw failed;
        }
    }

    private Standing storeShared(Standing standing, Draft draft) throws IOException {
        return standing.isSettledAs(draft.shared()) ? standing : shared.replace(standing, draft.shared());
    }

    private void keepWhatIsNotUnderstood(JsonObjectText text, JsonObjectText next) throws IOException {
        for (String name : InstallationJson.notUnderstood(text)) {
            String literal = text.literalOf(text.last(name).orElseThrow());
            if (!next.last(name).map(next::literalOf).equals(Optional.of(literal))) {
                quarantine.keep(name, literal);
            }
        }
    }
}
