/**
 * An OTLP receiver for tests, on loopback and over real HTTP. {@link io.aboveboard.testkit.otlp.RecordingOtlpReceiver}
 * keeps each {@link io.aboveboard.testkit.otlp.ReceivedRequest} with the {@link
 * io.aboveboard.testkit.otlp.ReceivedRecord}s decoded from it, and answers as {@link
 * io.aboveboard.testkit.otlp.OtlpAnswer}s script it.
 */
package io.aboveboard.testkit.otlp;
