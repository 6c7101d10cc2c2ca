/**
 * Encoding by the OpenTelemetry SDK and its OTLP exporter, which send nothing here.
 *
 * <p>{@link io.aboveboard.adapter.sink.otlp.encode.OtlpRecordEncoder} encodes one record;
 * {@link io.aboveboard.adapter.sink.otlp.encode.Envelopes} encodes what surrounds records. Both let the exporter write a
 * request, which a sender of our own keeps instead of posting it. On a class path with an OpenTelemetry that is too old
 * the classes of this package fail to link; whoever creates them turns that into a failure with a name.
 */
package io.aboveboard.adapter.sink.otlp.encode;
