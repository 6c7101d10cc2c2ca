package io.aboveboard.domain.consent;

import io.aboveboard.domain.annotation.Nullable;
import java.time.Instant;

/** Receipts as they might stand in a ledger. */
final class Receipts {
    static final Instant NOW = Instant.parse("2027-06-10T03:00:00.123Z");
    static final ConsentTerms TERMS = new ConsentTerms("1", "1", "otlp.example.org");

    private Receipts() {}

    static ConsentReceipt of(ConsentState state, Surface surface) {
        return of(state, surface, "1");
    }

    static ConsentReceipt of(ConsentState state, Surface surface, String textVersion) {
        return new ConsentReceipt(
                7,
                state,
                new Actor(surface, "42"),
                NOW,
                new ConsentTerms(textVersion, "1", "otlp.example.org"),
                ConsentReceipt.NO_PREDECESSOR);
    }

    static ConsentReceipt granted(Actor actor, @Nullable ConsentReceipt last) {
        return new ConsentDecision(ConsentState.GRANTED, actor, NOW, TERMS).after(last);
    }
}
