/** Delivers records over OTLP/HTTP: OpenTelemetry encodes, {@code java.net.http} posts. */
package io.aboveboard.adapter.sink.otlp;
