/**
 * Trust and identity of the connection, from PEM.
 *
 * <p>{@link io.aboveboard.adapter.sink.otlp.tls.TlsSettings} is what a sink is configured with. There is no way to switch
 * verification off.
 */
package io.aboveboard.adapter.sink.otlp.tls;
