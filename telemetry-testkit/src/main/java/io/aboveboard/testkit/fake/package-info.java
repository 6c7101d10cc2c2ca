/**
 * Doubles of the driven ports that say what they do: {@link io.aboveboard.testkit.fake.RecordingTelemetrySink}, {@link
 * io.aboveboard.testkit.fake.RecordingTelemetryMonitor}, {@link io.aboveboard.testkit.fake.ManualHeartbeatScheduler},
 * {@link io.aboveboard.testkit.fake.FixedPlatformProbe}, {@link io.aboveboard.testkit.fake.ReadableRecordEncoder}, and a
 * {@link io.aboveboard.testkit.fake.MutableClock}. Each keeps the contract of its port.
 */
package io.aboveboard.testkit.fake;
