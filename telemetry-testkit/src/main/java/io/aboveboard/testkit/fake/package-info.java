/**
 * Doubles of the driven ports that say what they do: {@link io.aboveboard.testkit.fake.RecordingTelemetrySink}, {@link
 * io.aboveboard.testkit.fake.RecordingTelemetryMonitor}, {@link io.aboveboard.testkit.fake.ManualHeartbeatScheduler},
 * {@link io.aboveboard.testkit.fake.FixedPlatformProbe}, {@link io.aboveboard.testkit.fake.ReadableRecordEncoder}, those
 * that fail on request ({@link io.aboveboard.testkit.fake.FailingOutbox}, {@link
 * io.aboveboard.testkit.fake.FailingInstallationStore}, {@link io.aboveboard.testkit.fake.FailingConsentMirror}, {@link
 * io.aboveboard.testkit.fake.FailingTelemetrySink}), and a {@link io.aboveboard.testkit.fake.MutableClock}. Each keeps
 * the contract of its port. In-memory ports come with the domain itself.
 */
package io.aboveboard.testkit.fake;
