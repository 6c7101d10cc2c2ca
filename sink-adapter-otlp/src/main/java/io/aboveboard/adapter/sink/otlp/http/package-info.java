/**
 * The HTTP client.
 *
 * <p>{@link io.aboveboard.adapter.sink.otlp.http.OtlpHttpClient} posts one request under one total deadline and hands
 * back an {@link io.aboveboard.adapter.sink.otlp.http.Exchange}: either what the server said, or why it could not be
 * asked. What an answer means is not decided here.
 */
package io.aboveboard.adapter.sink.otlp.http;
