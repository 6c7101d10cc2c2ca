package io.aboveboard.bootstrap.config;

import io.aboveboard.domain.annotation.Nullable;
import java.util.Set;

/**
 * Where the page and the ingest listen, and who may come in. {@link #toString} shows no token.
 *
 * @param host an IP address without brackets, or {@code localhost}
 * @param port the port, 0 to be given one
 * @param token what a caller must show, or {@code null} where whoever reaches the address may come in
 * @param allowedHosts further names under which the address may be called, each with or without a port
 */
public record HttpConfig(String host, int port, @Nullable AccessToken token, Set<String> allowedHosts) {
    static final String DEFAULT_ADDRESS = "127.0.0.1:4319";

    /** Copies the names. */
    public HttpConfig {
        allowedHosts = Set.copyOf(allowedHosts);
    }

    /**
     * Whether only this machine can reach it.
     *
     * @return true for an address of the loopback interface
     */
    public boolean isLoopback() {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }
}
