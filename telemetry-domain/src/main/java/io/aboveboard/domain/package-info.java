/** The domain of consent-first telemetry: it decides what may be recorded, kept and sent, and depends on nothing. */
package io.aboveboard.domain;
