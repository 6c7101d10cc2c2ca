/**
 * The settings of the sink.
 *
 * <p>{@link io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig} is what an embedder writes;
 * {@link io.aboveboard.adapter.sink.otlp.config.SinkSettings} makes one out of named settings and finds everything that
 * is wrong with them at once. {@link io.aboveboard.adapter.sink.otlp.config.ProxySettings} is the way to the sink. Nothing here reads the environment or a file: both are handed in.
 */
package io.aboveboard.adapter.sink.otlp.config;
