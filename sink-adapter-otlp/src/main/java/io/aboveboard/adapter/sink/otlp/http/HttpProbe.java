package io.aboveboard.adapter.sink.otlp.http;

import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Looks whether HTTP is spoken where requests go, over a connection that is closed for certain: before Java 21 the JDK's
 * client keeps one for ever on which something else is spoken. It carries neither payload nor credentials. Thread-safe.
 */
final class HttpProbe {
    /** For each step: connecting, and each reading. */
    private static final int MILLISECONDS = 500;

    private static final byte[] BEGINNING = "HTTP/".getBytes(StandardCharsets.US_ASCII);

    private final OtlpSinkConfig config;
    private final URI endpoint;

    HttpProbe(OtlpSinkConfig config) {
        this.config = config;
        this.endpoint = config.endpoint();
    }

    /** Whether something else than HTTP is spoken there; where nothing is said, a request will tell why. */
    boolean findsSomethingElse() {
        try {
            byte[] answer = ask();
            return answer.length == BEGINNING.length && !Arrays.equals(answer, BEGINNING);
        } catch (IOException nothingSaid) {
            return false;
        }
    }

    private byte[] ask() throws IOException {
        Optional<InetSocketAddress> proxy = proxy();
        InetSocketAddress next = proxy.orElseGet(() -> new InetSocketAddress(host(), port()));
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.setSoTimeout(MILLISECONDS);
            socket.connect(resolved(next), MILLISECONDS);
            if (proxy.isPresent()) {
                return answerTo("CONNECT " + authority(), socket);
            }
            return isEncrypted() ? askWithinTls(socket) : answerTo("HEAD " + endpoint.getRawPath(), socket);
        }
    }

    private byte[] askWithinTls(Socket plain) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) config.tls().context().getSocketFactory().createSocket(plain, host(), port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            return answerTo("HEAD " + endpoint.getRawPath(), socket);
        }
    }

    private byte[] answerTo(String question, Socket socket) throws IOException {
        String request = question + " HTTP/1.1\r\nHost: " + authority() + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket.getInputStream().readNBytes(BEGINNING.length);
    }

    private Optional<InetSocketAddress> proxy() {
        return config.proxy().selector().or(() -> Optional.ofNullable(ProxySelector.getDefault())).stream()
                .flatMap(selector -> selector.select(endpoint).stream())
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .map(proxy -> (InetSocketAddress) proxy.address())
                .findFirst();
    }

    private static InetSocketAddress resolved(InetSocketAddress address) {
        return address.isUnresolved() ? new InetSocketAddress(address.getHostString(), address.getPort()) : address;
    }

    private boolean isEncrypted() {
        return "https".equals(endpoint.getScheme());
    }

    private String authority() {
        return endpoint.getHost() + ":" + port();
    }

    private String host() {
        return endpoint.getHost().replaceAll("[\\[\\]]", "");
    }

    private int port() {
        if (endpoint.getPort() > 0) {
            return endpoint.getPort();
        }
        return isEncrypted() ? 443 : 80;
    }
}
