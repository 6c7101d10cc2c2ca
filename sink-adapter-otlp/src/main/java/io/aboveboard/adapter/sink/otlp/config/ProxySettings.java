package io.aboveboard.adapter.sink.otlp.config;

import io.aboveboard.domain.annotation.Nullable;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The way to the sink: as the JVM is set up, straight, or through an HTTP proxy. Immutable; {@link #toString} shows no
 * credentials.
 *
 * <p>A JVM keeps Basic credentials from a proxy that tunnels, unless {@code jdk.http.auth.tunneling.disabledSchemes} is
 * set to nothing when it starts: that is the host's to decide.
 */
public final class ProxySettings {
    private static final ProxySettings OF_JVM = new ProxySettings(null, null, null);
    private static final int HIGHEST_PORT = 65_535;

    private final @Nullable ProxySelector selector;
    private final @Nullable InetSocketAddress address;
    private final @Nullable Secret authorization;

    private ProxySettings(
            @Nullable ProxySelector selector, @Nullable InetSocketAddress address, @Nullable Secret authorization) {
        this.selector = selector;
        this.address = address;
        this.authorization = authorization;
    }

    /** Whatever proxy the JVM is told to use. */
    public static ProxySettings ofJvm() {
        return OF_JVM;
    }

    /** No proxy, whatever the JVM is told. */
    public static ProxySettings direct() {
        return new ProxySettings(HttpClient.Builder.NO_PROXY, null, null);
    }

    /**
     * An HTTP proxy. Its name is looked up when it is used, the sink's by the proxy.
     *
     * @throws IllegalArgumentException where host or port cannot be one; the message says which
     */
    public static ProxySettings via(String host, int port) {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host: must not be blank");
        }
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port: must be 1 to " + HIGHEST_PORT);
        }
        InetSocketAddress address = InetSocketAddress.createUnresolved(host, port);
        return new ProxySettings(ProxySelector.of(address), address, null);
    }

    /**
     * The same proxy with credentials.
     *
     * @throws IllegalArgumentException where the user holds a colon, which Basic credentials cannot carry
     */
    public ProxySettings identifiedBy(String user, Secret password) {
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("user: must not hold a colon");
        }
        byte[] both = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return new ProxySettings(
                selector, address, Secret.of("Basic " + Base64.getEncoder().encodeToString(both)));
    }

    /** What selects the proxy; empty where the JVM does. */
    public Optional<ProxySelector> selector() {
        return Optional.ofNullable(selector);
    }

    /** Where the proxy is, not looked up; empty where there is none or the JVM chooses. */
    public Optional<InetSocketAddress> address() {
        return Optional.ofNullable(address);
    }

    /** The value of {@code Proxy-Authorization}; empty where the proxy asks for none. */
    public Optional<Secret> authorization() {
        return Optional.ofNullable(authorization);
    }

    @Override
    public String toString() {
        if (address == null) {
            return selector == null ? "as the JVM is set up" : "none";
        }
        return address.getHostString() + ":" + address.getPort() + (authorization == null ? "" : " with credentials");
    }
}
