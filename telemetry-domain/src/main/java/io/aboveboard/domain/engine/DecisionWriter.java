package io.aboveboard.domain.engine;

import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.consent.ConsentTerms;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.InstallationStore;

/** Stores decisions: the receipt, and {@code telemetry_enabled} of the installation. */
final class DecisionWriter {
    private final InstallationStore installation;
    private final ConsentTerms terms;
    private final Clocks clocks;

    DecisionWriter(InstallationStore installation, ConsentTerms terms, Clocks clocks) {
        this.installation = installation;
        this.terms = terms;
        this.clocks = clocks;
    }

    ConsentTerms terms() {
        return terms;
    }

    ConsentReceipt receipt(ConsentState state, Actor actor) {
        return installation.ledger().append(new ConsentDecision(state, actor, clocks.now(), terms));
    }

    void preference(ConsentState state) {
        StoredPreference preference = state == ConsentState.GRANTED ? StoredPreference.YES : StoredPreference.NO;
        installation.update(stored -> stored.withPreference(preference));
    }
}
