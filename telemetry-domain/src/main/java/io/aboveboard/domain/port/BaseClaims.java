package io.aboveboard.domain.port;

import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.RecordUid;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Says which of the processes that share an installation makes a base record that there may be only one of, and keeps the
 * record, so that another delivers the same bytes if that one dies. Implementations are thread-safe and safe beside other
 * processes on the same installation.
 */
public interface BaseClaims {
    /**
     * The clock by which all agree what date it is.
     *
     * @return what it says now, or nothing where the caller's own is as good
     * @throws InstallationStoreException if it cannot be asked
     */
    Optional<Instant> now();

    /**
     * Makes a record the only one of its occasion, unless there is one already. Durable when it returns.
     *
     * @param claim the occasion and the record
     * @return true if the record counts, and the caller is to deliver it; false if there is one already
     * @throws InstallationStoreException if that could not be stored
     */
    boolean claim(BaseClaim claim);

    /**
     * Takes over what others claimed and did not deliver in good time, for whoever calls to deliver. What has expired
     * meanwhile is left alone.
     *
     * @param id whose records
     * @return the records as they were claimed, oldest first
     * @throws InstallationStoreException if that could not be stored
     */
    List<EncodedRecord> takeOver(InstallId id);

    /**
     * Notes that records arrived, so that nobody takes them over.
     *
     * @param uids which; those that nobody claimed are passed over
     * @throws InstallationStoreException if that could not be stored
     */
    void delivered(Collection<RecordUid> uids);

    /**
     * For installations that nobody shares: what the installation and the outbox remember is claim enough.
     *
     * @return claims that are always granted
     */
    static BaseClaims alone() {
        return AloneBaseClaims.ALONE;
    }
}
