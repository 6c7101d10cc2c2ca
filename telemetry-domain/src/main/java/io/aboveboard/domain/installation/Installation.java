package io.aboveboard.domain.installation;

import io.aboveboard.domain.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is stored about one installation. Immutable; the {@code with…} methods return changed copies, to be written
 * through {@code InstallationStore.update}.
 */
public final class Installation {
    private static final Installation BLANK =
            new Installation(null, null, null, StoredPreference.UNSET, false, null, Map.of());

    private final @Nullable InstallId id;
    private final @Nullable InstallId formerId;
    private final @Nullable Salt salt;
    private final StoredPreference preference;
    private final boolean setupComplete;
    private final @Nullable LocalDate lastBeat;
    private final Map<Milestone, Instant> milestones;

    private Installation(
            @Nullable InstallId id,
            @Nullable InstallId formerId,
            @Nullable Salt salt,
            StoredPreference preference,
            boolean setupComplete,
            @Nullable LocalDate lastBeat,
            Map<Milestone, Instant> milestones) {
        this.id = id;
        this.formerId = formerId;
        this.salt = salt;
        this.preference = preference;
        this.setupComplete = setupComplete;
        this.lastBeat = lastBeat;
        this.milestones = Map.copyOf(milestones);
    }

    /**
     * An installation of which nothing is known yet.
     *
     * @return the blank installation
     */
    public static Installation blank() {
        return BLANK;
    }

    /**
     * The identifier.
     *
     * @return the id, or nothing before it is minted
     */
    public Optional<InstallId> id() {
        return Optional.ofNullable(id);
    }

    /**
     * The identifier that was known before another program wrote a different one into the installation. That one counts;
     * what was reached under this one stays reached.
     *
     * @return the former id, or nothing if nobody changed it
     */
    public Optional<InstallId> formerId() {
        return Optional.ofNullable(formerId);
    }

    /**
     * The secret for user ids.
     *
     * @return the salt, or nothing before it is minted
     */
    public Optional<Salt> salt() {
        return Optional.ofNullable(salt);
    }

    /**
     * What {@code telemetry_enabled} says.
     *
     * @return the stored preference
     */
    public StoredPreference preference() {
        return preference;
    }

    /**
     * Whether the host has finished its setup; only then a preference that the host wrote counts.
     *
     * @return the host's {@code setup_complete}
     */
    public boolean isSetupComplete() {
        return setupComplete;
    }

    /**
     * The local date of the latest delivered heartbeat.
     *
     * @return the date, or nothing before the first
     */
    public Optional<LocalDate> lastBeat() {
        return Optional.ofNullable(lastBeat);
    }

    /**
     * When a milestone was reached.
     *
     * @param milestone which
     * @return the moment, or nothing if it was not reached
     */
    public Optional<Instant> reached(Milestone milestone) {
        return Optional.ofNullable(milestones.get(milestone));
    }

    /**
     * A copy with this identity.
     *
     * @param newId the id
     * @param newSalt the salt
     * @return the copy
     */
    public Installation withIdentity(InstallId newId, Salt newSalt) {
        return new Installation(newId, formerId, newSalt, preference, setupComplete, lastBeat, milestones);
    }

    /**
     * A copy with this id and the salt there is, if any. For stores, in which one may stand without the other.
     *
     * @param newId the id
     * @return the copy
     */
    public Installation withId(InstallId newId) {
        return new Installation(newId, formerId, salt, preference, setupComplete, lastBeat, milestones);
    }

    /**
     * A copy with this salt and the id there is, if any. For stores, in which one may stand without the other.
     *
     * @param newSalt the salt
     * @return the copy
     */
    public Installation withSalt(Salt newSalt) {
        return new Installation(id, formerId, newSalt, preference, setupComplete, lastBeat, milestones);
    }

    /**
     * A copy that knows which id another program replaced. For stores.
     *
     * @param newFormerId the id that was known before
     * @return the copy
     */
    public Installation withFormerId(InstallId newFormerId) {
        return new Installation(id, newFormerId, salt, preference, setupComplete, lastBeat, milestones);
    }

    /**
     * A copy as a new installation begins: only what is the host's stays.
     *
     * @return the copy, without identity, preference, beats and milestones
     */
    public Installation withoutIdentity() {
        return BLANK.withSetupComplete(setupComplete);
    }

    /**
     * A copy with this preference.
     *
     * @param newPreference the preference
     * @return the copy
     */
    public Installation withPreference(StoredPreference newPreference) {
        return new Installation(id, formerId, salt, newPreference, setupComplete, lastBeat, milestones);
    }

    /**
     * A copy with this answer to whether the host's setup is complete. For stores that read it and for tests; nothing in
     * the library writes it.
     *
     * @param complete the answer
     * @return the copy
     */
    public Installation withSetupComplete(boolean complete) {
        return new Installation(id, formerId, salt, preference, complete, lastBeat, milestones);
    }

    /**
     * A copy with this latest heartbeat.
     *
     * @param date the local date
     * @return the copy
     */
    public Installation withLastBeat(LocalDate date) {
        return new Installation(id, formerId, salt, preference, setupComplete, date, milestones);
    }

    /**
     * A copy that has reached a milestone.
     *
     * @param milestone which
     * @param at when
     * @return the copy
     */
    public Installation withReached(Milestone milestone, Instant at) {
        Map<Milestone, Instant> more = new EnumMap<>(Milestone.class);
        more.putAll(milestones);
        more.put(milestone, at);
        return new Installation(id, formerId, salt, preference, setupComplete, lastBeat, more);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Installation that
                && Objects.equals(id, that.id)
                && Objects.equals(formerId, that.formerId)
                && Objects.equals(salt, that.salt)
                && preference == that.preference
                && setupComplete == that.setupComplete
                && Objects.equals(lastBeat, that.lastBeat)
                && milestones.equals(that.milestones);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, formerId, salt, preference, setupComplete, lastBeat, milestones);
    }

    @Override
    public String toString() {
        return "Installation[id=" + id + ", formerId=" + formerId + ", preference=" + preference + ", setupComplete="
                + setupComplete + ", lastBeat=" + lastBeat + ", milestones=" + milestones + "]";
    }
}
