package io.aboveboard.adapter.sink.otlp.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;

/** Sockets of servers that speak TLS with a setting of their own. */
public final class TlsSockets {
    private TlsSockets() {}

    /** Of a server that wants to know who its clients are. */
    public static ServerSocketFactory askingForIdentity(SSLContext context) {
        return with(context, server -> server.setNeedClientAuth(true));
    }

    /** Of a server that speaks these protocols within TLS, the one it likes best first. */
    public static ServerSocketFactory speaking(SSLContext context, String... protocols) {
        return with(context, server -> {
            SSLParameters parameters = server.getSSLParameters();
            parameters.setApplicationProtocols(protocols);
            server.setSSLParameters(parameters);
        });
    }

    private static ServerSocketFactory with(SSLContext context, Consumer<SSLServerSocket> setting) {
        ServerSocketFactory tls = context.getServerSocketFactory();
        return new ServerSocketFactory() {
            @Override
            public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
                SSLServerSocket server = (SSLServerSocket) tls.createServerSocket(port, backlog, address);
                setting.accept(server);
                return server;
            }

            @Override
            public ServerSocket createServerSocket(int port, int backlog) throws IOException {
                return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
            }

            @Override
            public ServerSocket createServerSocket(int port) throws IOException {
                return createServerSocket(port, 1);
            }
        };
    }
}
