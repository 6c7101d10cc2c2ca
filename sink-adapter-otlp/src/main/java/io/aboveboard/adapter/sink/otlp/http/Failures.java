package io.aboveboard.adapter.sink.otlp.http;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;

/**
 * Says which step of an exchange failed. Only types and known phrases are looked at, and no message of an exception is
 * passed on: it could quote a header.
 */
final class Failures {
    /** What is said of something that came and is no answer of HTTP; the ports are those of the OTLP specification. */
    static final String NO_HTTP =
            "what came cannot be read as HTTP; OTLP over HTTP usually has port 4318, on 4317 gRPC is spoken";

    private static final int DEEPEST = 16;

    private static final String[] VERSION_PHRASES = {
        "protocol_version",
        "no appropriate protocol",
        "not supported by",
        "not accepted by client",
        "improper ciphersuite",
        "handshake_failure"
    };

    private Failures() {}

    static Exchange.Unanswered describe(Throwable failure) {
        List<Throwable> chain = chain(failure);
        if (isAnyOf(chain, SSLException.class)) {
            return new Exchange.Unanswered(Exchange.Step.TLS, "TLS: " + tls(chain));
        }
        if (isAnyOf(chain, UnknownHostException.class, UnresolvedAddressException.class)) {
            return new Exchange.Unanswered(Exchange.Step.NAME, "the host name cannot be resolved");
        }
        String connection = connection(chain);
        return connection.isEmpty()
                ? new Exchange.Unanswered(Exchange.Step.ANSWER, answer(chain))
                : new Exchange.Unanswered(Exchange.Step.CONNECTION, connection);
    }

    /** Whether something came that is no answer of HTTP. */
    static boolean isGarbled(Throwable failure) {
        return isGarbled(chain(failure));
    }

    private static boolean isGarbled(List<Throwable> chain) {
        return isAnyOf(chain, ProtocolException.class, IllegalArgumentException.class);
    }

    /** Why there was no connection; empty where there was one. */
    private static String connection(List<Throwable> chain) {
        if (isAnyOf(chain, HttpConnectTimeoutException.class)) {
            return "no connection in time";
        }
        if (isAnyOf(chain, NoRouteToHostException.class) || says(chain, "unreachable")) {
            return "the host cannot be reached";
        }
        if (isAnyOf(chain, ConnectException.class)) {
            return "the connection was refused";
        }
        return says(chain, "tunnel failed") ? "the proxy opens no tunnel to the host" : "";
    }

    private static String answer(List<Throwable> chain) {
        if (isAnyOf(chain, HttpTimeoutException.class)) {
            return "no answer in time";
        }
        if (isAnyOf(chain, EOFException.class)
                || says(chain, "reset", "no bytes", "goaway", "not processed", "broken pipe", "closed")) {
            return "the connection broke off before there was an answer";
        }
        return isGarbled(chain)
                ? NO_HTTP
                : "no answer (" + chain.get(0).getClass().getSimpleName() + ")";
    }

    private static String tls(List<Throwable> chain) {
        if (isAnyOf(chain, CertificateExpiredException.class)) {
            return "the server's certificate has expired";
        }
        if (isAnyOf(chain, CertificateNotYetValidException.class)) {
            return "the server's certificate is not valid yet";
        }
        if (isAnyOf(chain, CertPathBuilderException.class)) {
            return "the server's certificate is from an authority that is not trusted here";
        }
        if (isAnyOf(chain, CertificateException.class) && says(chain, "no name matching", "no subject alternative")) {
            return "the server's certificate is for another host";
        }
        return handshake(chain);
    }

    private static String handshake(List<Throwable> chain) {
        if (says(chain, "certificate_required", "bad_certificate", "certificate_unknown", "unknown_ca")) {
            return "the server wants a client certificate that it trusts";
        }
        if (says(chain, "plaintext", "unrecognized ssl message")) {
            return "the server does not speak TLS on this port";
        }
        if (says(chain, VERSION_PHRASES)) {
            return "server and client have no protocol version or cipher in common";
        }
        return "the handshake failed";
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = failure; link != null && chain.size() < DEEPEST; link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }

    private static boolean isAnyOf(List<Throwable> chain, Class<?>... types) {
        return chain.stream().anyMatch(link -> List.of(types).stream().anyMatch(type -> type.isInstance(link)));
    }

    private static boolean says(List<Throwable> chain, String... phrases) {
        return chain.stream()
                .map(link -> String.valueOf(link.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(message -> List.of(phrases).stream().anyMatch(message::contains));
    }
}
