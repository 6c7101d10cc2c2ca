package io.aboveboard.domain.port;

import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.RecordUid;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Claims where there is nobody else. */
enum AloneBaseClaims implements BaseClaims {
    ALONE;

    @Override
    public Optional<Instant> now() {
        return Optional.empty();
    }

    @Override
    public boolean claim(BaseClaim claim) {
        return true;
    }

    @Override
    public List<EncodedRecord> takeOver(InstallId id) {
        return List.of();
    }

    @Override
    public void delivered(Collection<RecordUid> uids) {
        // Nobody would take it over.
    }
}
