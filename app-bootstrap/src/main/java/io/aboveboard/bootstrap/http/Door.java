package io.aboveboard.bootstrap.http;

import io.aboveboard.bootstrap.config.HttpConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/**
 * The address, taken before anything else is begun: nobody is let in until a {@link LocalServer} opens it. Closed by
 * whoever took it, or by the server that opened it.
 */
public final class Door implements AutoCloseable {
    private static final int BACKLOG = 256;

    private final HttpConfig config;
    private final ServerSocketChannel channel;
    private final InetSocketAddress address;

    private Door(HttpConfig config, ServerSocketChannel channel, InetSocketAddress address) {
        this.config = config;
        this.channel = channel;
        this.address = address;
    }

    /**
     * Takes the address.
     *
     * @param config which
     * @return the door
     * @throws DoorException if it cannot be had
     */
    public static Door at(HttpConfig config) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            return bound(config, channel);
        } catch (IOException failed) {
            throw new DoorException(where(config) + " cannot be listened on: " + reasonOf(failed), failed);
        }
    }

    private static Door bound(HttpConfig config, ServerSocketChannel channel) throws IOException {
        try {
            channel.bind(new InetSocketAddress(addressOf(config), config.port()), BACKLOG);
            return new Door(config, channel, (InetSocketAddress) channel.getLocalAddress());
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    /** What is configured is an address or {@code localhost}, so no name is looked up. */
    private static InetAddress addressOf(HttpConfig config) throws IOException {
        return InetAddress.getByName(config.host().equals("localhost") ? "127.0.0.1" : config.host());
    }

    private static String where(HttpConfig config) {
        return config.host() + ":" + config.port();
    }

    private static String reasonOf(IOException failed) {
        return failed instanceof BindException
                ? "it is taken or not of this machine"
                : String.valueOf(failed.getMessage());
    }

    HttpConfig config() {
        return config;
    }

    ServerSocketChannel channel() {
        return channel;
    }

    int port() {
        return address.getPort();
    }

    /** The address as it stands in a URL; for one that means every interface, the loopback one. */
    String host() {
        InetAddress bound = address.getAddress();
        if (bound.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        return bound instanceof Inet6Address six ? "[" + Ip6Text.of(six) + "]" : bound.getHostAddress();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException closedAnyway) {
            // The address is given back even if that reports a failure.
        }
    }
}
