package io.aboveboard.domain.consent;

/** The policy's answer: a clearance, or a refusal with its reason. */
public sealed interface Decision permits Clearance, Refused {}
