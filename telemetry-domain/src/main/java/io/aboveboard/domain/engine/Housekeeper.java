package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.BaseOutcome;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.domain.port.HeartbeatScheduler;
import io.aboveboard.domain.port.HeartbeatSchedulerException;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.domain.port.ScheduledBeat;
import java.time.Duration;

/**
 * Does what has to be done at start and from time to time: identity, decisions made elsewhere, base telemetry. Has no
 * thread of its own; {@link #step()} is called by one at a time.
 */
final class Housekeeper {
    /** How soon a decision made by another process counts here. */
    static final Duration INTERVAL = Duration.ofMillis(500);

    /** How soon a beat is caught up that the scheduler missed, for instance because the machine slept. */
    private static final Duration CATCH_UP = Duration.ofHours(1);

    private final Gate gate;
    private final Registration registration;
    private final ConsentDesk desk;
    private final Purge purge;
    private final InstallPing ping;
    private final MirrorKeeper mirror;
    private final BaseReporter base;
    private final HeartbeatScheduler scheduler;
    private final Warnings warnings;
    private final Clocks clocks;
    private volatile boolean beatWanted = true;
    private final boolean isShared;
    private boolean pinged;
    private long beatLookedAt;
    private @Nullable ScheduledBeat scheduled;
    private @Nullable InstallId scheduledFor;

    Housekeeper(
            Gate gate,
            Registration registration,
            ConsentDesk desk,
            Purge purge,
            InstallPing ping,
            MirrorKeeper mirror,
            BaseReporter base,
            HeartbeatScheduler scheduler,
            boolean isShared,
            Warnings warnings,
            Clocks clocks) {
        this.gate = gate;
        this.registration = registration;
        this.desk = desk;
        this.purge = purge;
        this.ping = ping;
        this.mirror = mirror;
        this.base = base;
        this.scheduler = scheduler;
        this.isShared = isShared;
        this.warnings = warnings;
        this.clocks = clocks;
    }

    /** Keeps house once; always true. */
    boolean step() {
        Standing standing = registration.ensure();
        adopt();
        Standing settled = gate.look();
        purge.accordingTo(settled.detailed());
        if (!gate.hasUnsavedDenial()) {
            mirror.follow(settled.stored());
        }
        InstallId id = Identity.idOf(standing.reading());
        if (standing.base() instanceof Clearance && id != null) {
            schedule(id);
            pingAtStart();
            beatIfWanted();
        }
        return true;
    }

    /** The scheduler's call: look at the beat at the next step. */
    void wantBeat() {
        beatWanted = true;
    }

    void close() {
        if (scheduled != null) {
            scheduled.close();
        }
    }

    private void adopt() {
        try {
            desk.adopt();
            warnings.settle(Warnings.Topic.CONSENT);
        } catch (ConsentLedgerException | InstallationStoreException failed) {
            warnings.raise(Warnings.Topic.CONSENT, "a decision has no receipt yet: " + failed.getMessage());
        }
    }

    private void beatIfWanted() {
        boolean overdue = clocks.nanos() - beatLookedAt >= CATCH_UP.toNanos();
        if (!beatWanted && !overdue) {
            return;
        }
        beatWanted = false;
        beatLookedAt = clocks.nanos();
        tell(base.takeOver());
        tell(base.sendFirstSeen());
        tell(base.beatIfDue());
    }

    private void tell(BaseOutcome outcome) {
        if (outcome instanceof BaseOutcome.Failed failed) {
            beatWanted = true;
            warnings.raise(Warnings.Topic.RECORDING, "base telemetry was not recorded: " + failed.why());
        }
    }

    /**
     * A later yes is pinged by whoever took it; two that did would be one too many, and where others share the installation
     * one of them took the earlier, too.
     */
    private void pingAtStart() {
        if (!pinged && !isShared) {
            pinged = true;
            ping.recordIfFirst();
        }
    }

    private void schedule(InstallId id) {
        if (id.equals(scheduledFor)) {
            return;
        }
        close();
        scheduledFor = id;
        try {
            scheduled = scheduler.schedule(base.scheduleOf(id), this::wantBeat);
            warnings.settle(Warnings.Topic.SCHEDULE);
        } catch (HeartbeatSchedulerException failed) {
            warnings.raise(Warnings.Topic.SCHEDULE, "heartbeats may be late by an hour: " + failed.getMessage());
        }
    }
}
