package io.aboveboard.bootstrap.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * An OTLP receiver on a free port of 127.0.0.1, which answers as the protocol demands and takes only the demo's token.
 * Whoever starts it closes it; until then it holds one thread.
 */
final class DemoReceiver implements AutoCloseable {
    static final String PATH = "/v1/logs";

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int DEFAULT_BACKLOG = 0;

    private final HttpServer server;
    private final Arrivals arrivals;

    private DemoReceiver(HttpServer server, Arrivals arrivals) {
        this.server = server;
        this.arrivals = arrivals;
    }

    static DemoReceiver start() throws IOException {
        InetAddress loopback = InetAddress.getByAddress(LOOPBACK);
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), DEFAULT_BACKLOG);
        Arrivals arrivals = new Arrivals();
        server.createContext("/", new LogsHandler(arrivals));
        server.start();
        return new DemoReceiver(server, arrivals);
    }

    /** The base address, which the sink completes. */
    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Arrivals arrivals() {
        return arrivals;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
