package io.aboveboard.bootstrap.architecture.canary.domain.host;

import java.net.Socket;

/** Opens a socket. */
public final class OpensASocket {
    Socket open() {
        return new Socket();
    }
}
