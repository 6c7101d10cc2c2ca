/**
 * The heart: may this leave? {@link io.aboveboard.domain.consent.ConsentPolicy} answers from {@link
 * io.aboveboard.domain.consent.ConsentFacts} with a {@link io.aboveboard.domain.consent.Decision}: the {@link
 * io.aboveboard.domain.consent.Clearance} that storing and sending demand, or {@link
 * io.aboveboard.domain.consent.Refused}. What was decided is proved by {@link
 * io.aboveboard.domain.consent.ConsentReceipt}s; {@link io.aboveboard.domain.consent.ConsentReconciliation} brings them
 * together with what the host wrote.
 */
package io.aboveboard.domain.consent;
