package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.BaseOutcome;
import io.aboveboard.domain.api.BaseTelemetry;
import io.aboveboard.domain.base.BaseEvent;
import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.Refused;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.port.BaseClaim;
import io.aboveboard.domain.port.BaseClaims;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.port.RecordEncoderException;
import io.aboveboard.domain.port.Stored;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.port.TelemetrySinkException;
import io.aboveboard.domain.record.BaseRecord;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.RecordUid;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records the two base events. What was delivered the installation remembers, what is on its way the outbox; what was
 * recorded in this process is remembered here too, so that a receiver's refusal is not answered with the same at once.
 * Thread-safe.
 */
final class BaseReporter implements BaseTelemetry {
    private final Gate gate;
    private final Registration registration;
    private final Settings settings;
    private final RecordFactory records;
    private final TelemetrySink sink;
    private final Outbox outbox;
    private final BaseClaims claims;
    private final Tally tally;
    private final SharedClock clock;
    private final Diary diary;
    private @Nullable InstallId recordedFor;
    private @Nullable LocalDate beatRecorded;
    private @Nullable LocalDate firstSeenRecorded;

    BaseReporter(
            Gate gate,
            Registration registration,
            Settings settings,
            RecordFactory records,
            TelemetrySink sink,
            Outbox outbox,
            BaseClaims claims,
            Tally tally,
            SharedClock clock,
            Diary diary) {
        this.gate = gate;
        this.registration = registration;
        this.settings = settings;
        this.records = records;
        this.sink = sink;
        this.outbox = outbox;
        this.claims = claims;
        this.tally = tally;
        this.clock = clock;
        this.diary = diary;
    }

    @Override
    public BaseOutcome sendFirstSeen() {
        return report(this::firstSeen);
    }

    @Override
    public BaseOutcome sendHeartbeat() {
        return report((installation, id, now) -> heartbeat(installation, id, now, false));
    }

    /** Beats if it is time; the daily job and the catch-up come here. */
    BaseOutcome beatIfDue() {
        return report((installation, id, now) -> heartbeat(installation, id, now, true));
    }

    /**
     * Takes over what others claimed and did not deliver: the same bytes under the same uid, so that nobody minds if they
     * did after all.
     */
    synchronized BaseOutcome takeOver() {
        return gate.through(() -> {
            Standing standing = gate.look();
            boolean mayStore = standing.base() instanceof Clearance;
            return mayStore && standing.reading() instanceof InstallationReading.Found found
                    ? takeOver(found.installation().id().orElseThrow(), (Clearance) standing.base())
                    : BaseOutcome.AlreadyDone.ALREADY_DONE;
        });
    }

    private BaseOutcome takeOver(InstallId id, Clearance clearance) {
        try {
            return claims.takeOver(id).stream()
                    .filter(record -> !outbox.holds(record.uid()) && !diary.isGivenUp(record.uid()))
                    .map(record -> append(record, clearance))
                    .reduce(BaseOutcome.AlreadyDone.ALREADY_DONE, BaseReporter::worse);
        } catch (InstallationStoreException outOfReach) {
            return new BaseOutcome.Failed(String.valueOf(outOfReach.getMessage()));
        }
    }

    private static BaseOutcome worse(BaseOutcome one, BaseOutcome other) {
        return one instanceof BaseOutcome.Failed ? one : other;
    }

    /** What {@link #sendFirstSeen} and {@link #beatIfDue} would record now. */
    synchronized List<BaseRecord> due(Installation installation, InstallId id) {
        Instant now = clock.estimate();
        List<BaseRecord> due = new ArrayList<>();
        firstSeen(installation, id, now).ifPresent(due::add);
        heartbeat(installation, id, now, true).ifPresent(due::add);
        return due;
    }

    /** When the next heartbeat is due. */
    synchronized Instant nextBeat(Installation installation, InstallId id) {
        Instant now = clock.estimate();
        BeatSchedule schedule = scheduleOf(id);
        LocalDate today = schedule.dateOf(now);
        boolean isWaiting = outbox.holds(RecordUid.ofHeartbeat(id, today));
        return schedule.next(isWaiting ? today : lastBeat(installation, today), now);
    }

    /** When the next local date beats, whatever became of this one. */
    Instant followingBeat() {
        Instant now = clock.estimate();
        InstallId id = Identity.idOf(gate.look().reading());
        return id == null ? now.plus(Duration.ofDays(1)) : following(scheduleOf(id), now);
    }

    private static Instant following(BeatSchedule schedule, Instant now) {
        return schedule.next(schedule.dateOf(now), now);
    }

    BeatSchedule scheduleOf(InstallId id) {
        return BeatSchedule.of(
                settings.beatAt(), settings.beatSpread(), settings.zone().get(), id);
    }

    @FunctionalInterface
    private interface Candidate {
        Optional<BaseRecord> of(Installation installation, InstallId id, Instant now);
    }

    /** What was recorded for an installation that was given up is no concern of the one that follows. */
    private void forgetOthers(InstallId id) {
        if (!id.equals(recordedFor)) {
            recordedFor = id;
            beatRecorded = null;
            firstSeenRecorded = null;
        }
    }

    private synchronized BaseOutcome report(Candidate candidate) {
        registration.ensure();
        return gate.through(() -> record(candidate, gate.look()));
    }

    private BaseOutcome record(Candidate candidate, Standing standing) {
        if (standing.base() instanceof Refused refused) {
            return new BaseOutcome.Refused(refused.reason());
        }
        if (!(standing.reading() instanceof InstallationReading.Found found)) {
            return new BaseOutcome.Failed("whether another replica has done so already cannot be asked now");
        }
        try {
            return record(candidate, found.installation(), (Clearance) standing.base());
        } catch (InstallationStoreException outOfReach) {
            return new BaseOutcome.Failed(String.valueOf(outOfReach.getMessage()));
        }
    }

    private BaseOutcome record(Candidate candidate, Installation installation, Clearance clearance) {
        InstallId id = installation.id().orElseThrow();
        forgetOthers(id);
        return candidate
                .of(installation, id, clock.now())
                .map(record -> store(record, clearance))
                .orElse(BaseOutcome.AlreadyDone.ALREADY_DONE);
    }

    private BaseOutcome store(BaseRecord record, Clearance clearance) {
        EncodedRecord encoded;
        try {
            encoded = sink.encoder().encode(record);
        } catch (RecordEncoderException | TelemetrySinkException failed) {
            return new BaseOutcome.Failed(String.valueOf(failed.getMessage()));
        }
        BaseOutcome outcome = claims.claim(claimOf(record, encoded))
                ? append(encoded, clearance)
                : BaseOutcome.AlreadyDone.ALREADY_DONE;
        if (!(outcome instanceof BaseOutcome.Failed)) {
            remember(record);
        }
        return outcome;
    }

    private BaseClaim claimOf(BaseRecord record, EncodedRecord encoded) {
        InstallId id = record.fields().installId();
        return record.event() == BaseEvent.FIRST_SEEN
                ? BaseClaim.firstSeen(id, encoded)
                : BaseClaim.heartbeat(id, scheduleOf(id).dateOf(record.occurredAt()), encoded);
    }

    private BaseOutcome append(EncodedRecord record, Clearance clearance) {
        tally.offeredByLibrary();
        try {
            Stored stored = outbox.append(clearance, List.of(record));
            tally.takenBack(1 - stored.records());
            tally.droppedByOutbox(DropReason.EVICTED, stored.evicted());
            return new BaseOutcome.Recorded(record.uid());
        } catch (OutboxException failed) {
            tally.takenBack(1);
            return new BaseOutcome.Failed(String.valueOf(failed.getMessage()));
        }
    }

    private void remember(BaseRecord record) {
        LocalDate date = scheduleOf(record.fields().installId()).dateOf(record.occurredAt());
        if (record.event() == BaseEvent.HEARTBEAT) {
            beatRecorded = date;
        } else {
            firstSeenRecorded = date;
        }
    }

    private Optional<BaseRecord> firstSeen(Installation installation, InstallId id, Instant now) {
        RecordUid uid = RecordUid.ofFirstSeen(id);
        boolean isRecorded = outbox.holds(uid) || scheduleOf(id).dateOf(now).equals(firstSeenRecorded);
        boolean isDone = installation.reached(Milestone.FIRST_SEEN_SENT).isPresent();
        if (isDone || isRecorded || diary.isGivenUp(uid)) {
            return Optional.empty();
        }
        return Optional.of(records.base(BaseEvent.FIRST_SEEN, uid, id, firstSeenAt(installation, now), now));
    }

    private Optional<BaseRecord> heartbeat(Installation installation, InstallId id, Instant now, boolean onlyIfDue) {
        BeatSchedule schedule = scheduleOf(id);
        LocalDate today = schedule.dateOf(now);
        LocalDate last = lastBeat(installation, today);
        RecordUid uid = RecordUid.ofHeartbeat(id, today);
        boolean wanted = onlyIfDue ? schedule.isDue(last, now) : !schedule.hasBeat(last, now);
        return wanted && !outbox.holds(uid)
                ? Optional.of(records.base(BaseEvent.HEARTBEAT, uid, id, firstSeenAt(installation, now), now))
                : Optional.empty();
    }

    private @Nullable LocalDate lastBeat(Installation installation, LocalDate today) {
        LocalDate stored = plausible(installation.lastBeat().orElse(null), today);
        LocalDate recorded = plausible(beatRecorded, today);
        if (stored == null || recorded == null) {
            return stored == null ? recorded : stored;
        }
        return stored.isAfter(recorded) ? stored : recorded;
    }

    /** A date beyond tomorrow was brought by a clock that was wrong, and must not hide the other. */
    private static @Nullable LocalDate plausible(@Nullable LocalDate beat, LocalDate today) {
        return beat == null || beat.isAfter(today.plusDays(1)) ? null : beat;
    }

    private static Instant firstSeenAt(Installation installation, Instant now) {
        return installation.reached(Milestone.FIRST_SEEN).orElse(now);
    }
}
