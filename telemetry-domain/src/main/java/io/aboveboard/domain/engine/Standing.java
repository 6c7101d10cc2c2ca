package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.Decision;
import io.aboveboard.domain.consent.StoredConsent;
import io.aboveboard.domain.event.EventSchema;
import io.aboveboard.domain.installation.InstallationReading;

/**
 * Everything that one look at the installation and its receipts came to.
 *
 * @param asked the version of the events and fields that a yes is asked for now
 */
record Standing(
        InstallationReading reading,
        @Nullable ConsentReceipt receipt,
        StoredConsent stored,
        Decision base,
        Decision detailed,
        int asked) {
    /** The version of the events and fields that the last decision was about. */
    int accepted() {
        return receipt == null ? EventSchema.FIRST : receipt.terms().schemaNumber();
    }
}
