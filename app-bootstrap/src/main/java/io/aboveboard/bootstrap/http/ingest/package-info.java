/**
 * The door for programs in any language: {@link io.aboveboard.bootstrap.http.ingest.EventsServlet} takes plain JSON, {@link
 * io.aboveboard.bootstrap.http.ingest.LogsServlet} what an OpenTelemetry SDK sends. Both make {@link
 * io.aboveboard.domain.api.Arrival arrivals} of it, which pass the same gate and rules as the calls of a Java host, and
 * answer only when what was taken is stored.
 */
package io.aboveboard.bootstrap.http.ingest;
