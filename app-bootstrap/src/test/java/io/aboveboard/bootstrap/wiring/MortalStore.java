package io.aboveboard.bootstrap.wiring;

import io.aboveboard.domain.base.BaseEvent;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.port.BaseClaim;
import io.aboveboard.domain.port.BaseClaims;
import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.RecordUid;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An installation whose process is gone the moment that a heartbeat is granted to it. */
record MortalStore(InstallationStore store) implements InstallationStore {
    private static final int KILLED = 137;

    @Override
    public InstallationReading read() {
        return store.read();
    }

    @Override
    public Installation update(UnaryOperator<Installation> change) {
        return store.update(change);
    }

    @Override
    public ConsentLedger ledger() {
        return store.ledger();
    }

    @Override
    public ConsentGate gate() {
        return store.gate();
    }

    @Override
    public BaseClaims claims() {
        return new MortalClaims(store.claims());
    }

    private record MortalClaims(BaseClaims claims) implements BaseClaims {
        @Override
        public Optional<Instant> now() {
            return claims.now();
        }

        @Override
        public boolean claim(BaseClaim claim) {
            boolean granted = claims.claim(claim);
            if (granted && claim.event() == BaseEvent.HEARTBEAT) {
                Runtime.getRuntime().halt(KILLED);
            }
            return granted;
        }

        @Override
        public List<EncodedRecord> takeOver(InstallId id) {
            return claims.takeOver(id);
        }

        @Override
        public void delivered(Collection<RecordUid> uids) {
            claims.delivered(uids);
        }
    }
}
