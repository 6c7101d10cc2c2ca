/**
 * What a host calls, by role: {@link io.aboveboard.domain.api.Telemetry} records, {@link
 * io.aboveboard.domain.api.ConsentControl} decides, {@link io.aboveboard.domain.api.BaseTelemetry} reports the
 * installation, {@link io.aboveboard.domain.api.Transparency} shows. Expected refusals are sealed values.
 */
package io.aboveboard.domain.api;
