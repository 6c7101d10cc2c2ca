/**
 * Delivery over OTLP/HTTP.
 *
 * <p>{@link io.aboveboard.adapter.sink.otlp.OtlpTelemetrySink} is the entry point, made from an
 * {@link io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig}. A record is encoded once, as the OpenTelemetry exporter
 * would ({@code encode}); requests are put together from encoded records ({@code wire}), posted by the JDK's client
 * ({@code http}, {@code tls}), and what the server said is judged by one table ({@code answer}).
 * {@link io.aboveboard.adapter.sink.otlp.OtlpDoctor} looks whether all that would work, and sends no record.
 */
package io.aboveboard.adapter.sink.otlp;
