package io.aboveboard.bootstrap.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A page of somebody else, on a port of its own, which shows ours in a frame. */
final class ForeignPage implements AutoCloseable {
    private final HttpServer server;

    private ForeignPage(HttpServer server) {
        this.server = server;
    }

    static ForeignPage framing(String address) throws IOException {
        byte[] page = ("<!doctype html><title>Foreign</title><link rel=icon href='data:,'><iframe src='" + address
                        + "'></iframe>")
                .getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return new ForeignPage(server);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
