package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.Decision;
import io.aboveboard.domain.consent.StoredConsent;
import io.aboveboard.domain.installation.InstallationReading;

/**
 * Everything that one look at the installation and its receipts came to.
 *
 * @param detailed whether the detailed layer may be sent
 * @param recordable whether it may be recorded: also for a while after the decision was last seen
 * @param asked the version of the events and fields that a yes is asked for now
 */
record Standing(
        InstallationReading reading,
        @Nullable ConsentReceipt receipt,
        StoredConsent stored,
        Decision base,
        Decision detailed,
        Decision recordable,
        int asked) {}
