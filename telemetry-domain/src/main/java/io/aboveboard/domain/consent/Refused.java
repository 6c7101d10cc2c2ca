package io.aboveboard.domain.consent;

/**
 * The policy's no.
 *
 * @param reason which rule decided
 */
public record Refused(RefusalReason reason) implements Decision {}
