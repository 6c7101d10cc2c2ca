/**
 * What every adapter of a driven port must do, as JUnit tests: a test class implements {@code <Port>Contract}, says how
 * its adapter is made, and runs all of it. Larger contracts are made of smaller ones, which a test class never needs by
 * name.
 *
 * <p>{@link io.aboveboard.testkit.contract.InstallationStoreContract}, {@link
 * io.aboveboard.testkit.contract.ConsentLedgerContract}, {@link io.aboveboard.testkit.contract.ConsentMirrorContract},
 * {@link io.aboveboard.testkit.contract.RecordEncoderContract}, {@link io.aboveboard.testkit.contract.OutboxContract},
 * {@link io.aboveboard.testkit.contract.TelemetrySinkContract}, {@link
 * io.aboveboard.testkit.contract.HeartbeatSchedulerContract}, {@link
 * io.aboveboard.testkit.contract.PlatformProbeContract}, {@link io.aboveboard.testkit.contract.TelemetryMonitorContract}.
 */
package io.aboveboard.testkit.contract;
