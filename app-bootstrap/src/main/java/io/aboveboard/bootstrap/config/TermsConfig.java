package io.aboveboard.bootstrap.config;

import io.aboveboard.domain.event.EventSchema;

/**
 * What a yes is asked for.
 *
 * @param textVersion the version of the text that is shown
 * @param schema which events and fields came later than the first
 */
public record TermsConfig(String textVersion, EventSchema schema) {}
