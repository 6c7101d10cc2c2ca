package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.Decision;
import io.aboveboard.domain.consent.StoredConsent;
import io.aboveboard.domain.installation.InstallationReading;

/** Everything that one look at the installation and its receipts came to. */
record Standing(
        InstallationReading reading,
        @Nullable ConsentReceipt receipt,
        StoredConsent stored,
        Decision base,
        Decision detailed) {}
