/**
 * What the engine needs of the outside, each a role that an adapter plays: {@link
 * io.aboveboard.domain.port.InstallationStore} and {@link io.aboveboard.domain.port.ConsentLedger} remember, {@link
 * io.aboveboard.domain.port.RecordEncoder}, {@link io.aboveboard.domain.port.Outbox} and {@link
 * io.aboveboard.domain.port.TelemetrySink} are the way of a record, {@link
 * io.aboveboard.domain.port.HeartbeatScheduler} wakes, {@link io.aboveboard.domain.port.PlatformProbe} looks, {@link
 * io.aboveboard.domain.port.ConsentMirror} copies, {@link io.aboveboard.domain.port.TelemetryMonitor} listens. Each fails
 * with its own exception and no other.
 */
package io.aboveboard.domain.port;
