/**
 * The little of protobuf that an envelope and its answer need.
 *
 * <p>{@link io.aboveboard.adapter.sink.otlp.wire.LogsRequest} puts stored log records into one request;
 * {@link io.aboveboard.adapter.sink.otlp.wire.RequestParts} takes a request of one record apart again;
 * {@link io.aboveboard.adapter.sink.otlp.wire.LogsResponse} reads what a server said about it. Log records themselves
 * are opaque here: they are encoded once, elsewhere, and never looked into.
 */
package io.aboveboard.adapter.sink.otlp.wire;
