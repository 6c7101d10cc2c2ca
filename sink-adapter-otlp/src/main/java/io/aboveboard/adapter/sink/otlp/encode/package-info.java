/**
 * Encoding.
 *
 * <p>{@link io.aboveboard.adapter.sink.otlp.encode.OtlpRecordEncoder} encodes one record, by hand, as that happens for each
 * event; tests hold it to the bytes that the OpenTelemetry exporter writes. {@link
 * io.aboveboard.adapter.sink.otlp.encode.Envelopes} encodes what surrounds records, and lets the exporter itself do it: it
 * writes a request, which a sender of our own keeps instead of posting it. On a class path with an OpenTelemetry that is
 * too old the latter fails to link; whoever creates it turns that into a failure with a name.
 */
package io.aboveboard.adapter.sink.otlp.encode;
