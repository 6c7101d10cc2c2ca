package io.aboveboard.domain.memory;

import io.aboveboard.domain.base.BaseEvent;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.port.BaseClaim;
import io.aboveboard.domain.port.BaseClaims;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.RecordUid;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Claims of several engines in one process, for tests. Thread-safe. */
public final class InMemoryBaseClaims implements BaseClaims {
    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final Duration EXPIRY = Duration.ofDays(6);

    private final InstantSource clock;
    private final Map<Occasion, Held> held = new LinkedHashMap<>();

    /**
     * No claims yet.
     *
     * @param clock the clock by which all agree
     */
    public InMemoryBaseClaims(InstantSource clock) {
        this.clock = clock;
    }

    private record Occasion(InstallId id, BaseEvent event, LocalDate date) {}

    private record Held(EncodedRecord record, Instant madeAt, Instant heldSince, boolean delivered) {
        boolean isAbandoned(Instant now) {
            return !delivered && heldSince.plus(LEASE).isBefore(now);
        }

        boolean isExpired(Instant now) {
            return madeAt.plus(EXPIRY).isBefore(now);
        }
    }

    @Override
    public Optional<Instant> now() {
        return Optional.of(clock.instant());
    }

    @Override
    public synchronized boolean claim(BaseClaim claim) {
        Instant now = clock.instant();
        Occasion occasion = new Occasion(claim.id(), claim.event(), claim.date());
        return held.putIfAbsent(occasion, new Held(claim.record(), now, now, false)) == null;
    }

    @Override
    public synchronized List<EncodedRecord> takeOver(InstallId id) {
        Instant now = clock.instant();
        List<Map.Entry<Occasion, Held>> abandoned = held.entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(id) && isDue(entry, now))
                .toList();
        List<EncodedRecord> records =
                abandoned.stream().map(entry -> entry.getValue().record()).toList();
        abandoned.forEach(entry -> entry.setValue(
                new Held(entry.getValue().record(), entry.getValue().madeAt(), now, false)));
        return records;
    }

    private static boolean isDue(Map.Entry<Occasion, Held> entry, Instant now) {
        boolean lasts = entry.getKey().event() == BaseEvent.FIRST_SEEN
                || !entry.getValue().isExpired(now);
        return lasts && entry.getValue().isAbandoned(now);
    }

    @Override
    public synchronized void delivered(Collection<RecordUid> uids) {
        held.replaceAll((occasion, claim) -> uids.contains(claim.record().uid())
                ? new Held(claim.record(), claim.madeAt(), claim.heldSince(), true)
                : claim);
    }
}
