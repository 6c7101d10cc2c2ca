package io.aboveboard.adapter.sink.otlp.http;

import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Posts requests, each under one total deadline that covers name resolution, connecting, sending and the last byte of the
 * answer. Redirects are not followed: the payload goes to the configured host or nowhere. The JDK's client sets
 * {@code TCP_NODELAY} on every connection it opens, so that a small request does not wait for the acknowledgement of its
 * own head. Thread-safe. Opens nothing before the first post; {@link #close} closes what was opened.
 */
public final class OtlpHttpClient implements AutoCloseable {
    /** A decision may have to wait as long: what may be sent only under a yes is not to be on its way for longer. */
    private static final Duration LONGEST_HAND_OVER = Duration.ofSeconds(2);

    private final OtlpSinkConfig config;
    private final Supplier<String> userAgent;
    private final Connections connections;
    private final Gzip gzip = new Gzip(Gzip.LEVEL);

    /**
     * A client for this sink.
     *
     * @param userAgent how it names itself to the server
     */
    public OtlpHttpClient(OtlpSinkConfig config, String userAgent) {
        this(config, () -> userAgent);
    }

    /**
     * A client for this sink that asks for its own name when it is first needed.
     *
     * @param userAgent how it names itself to the server
     */
    public OtlpHttpClient(OtlpSinkConfig config, Supplier<String> userAgent) {
        this.config = config;
        this.userAgent = userAgent;
        this.connections = new Connections(config);
    }

    /**
     * Posts this protobuf message without waiting for the answer. It returns when the message is being written, or never
     * will be; a receiver that cannot be reached so soon it does not wait for.
     */
    public PendingExchange post(byte[] message) {
        if (!connections.mustLookFirst()) {
            return post(message, LONGEST_HAND_OVER);
        }
        Duration half = LONGEST_HAND_OVER.dividedBy(2);
        return connections.wouldBeSpoiltAgain(half)
                ? PendingExchange.unanswered(Exchange.Step.ANSWER, Failures.NO_HTTP + way())
                : post(message, half);
    }

    private PendingExchange post(byte[] message, Duration longestHandOver) {
        return connections
                .client()
                .map(client -> post(client, message, longestHandOver))
                .orElseGet(() -> PendingExchange.unanswered(Exchange.Step.CONNECTION, "the sender is closed"));
    }

    /** Gives up what is under way and lets the threads end. Safe to call more than once. */
    @Override
    public void close() {
        connections.close();
    }

    private PendingExchange post(HttpClient client, byte[] message, Duration longestHandOver) {
        Reception reception = new Reception();
        HandOver body = new HandOver(BodyPublishers.ofByteArray(config.gzip() ? gzip.compress(message) : message));
        PendingExchange exchange = new PendingExchange(
                client.sendAsync(request(body), reception), reception, body::end, config.timeout(), way());
        connections.opened(exchange);
        body.await(longestHandOver);
        return exchange;
    }

    private String way() {
        return config.proxy()
                .address()
                .map(proxy -> " (through the proxy " + proxy.getHostString() + ":" + proxy.getPort() + ")")
                .orElse("");
    }

    private HttpRequest request(BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(config.endpoint()).setHeader("User-Agent", userAgent.get());
        config.headers().forEach((name, value) -> request.setHeader(name, value.reveal()));
        config.proxy().authorization().ifPresent(value -> request.setHeader("Proxy-Authorization", value.reveal()));
        request.setHeader("Content-Type", "application/x-protobuf").setHeader("Accept-Encoding", "identity");
        if (config.gzip()) {
            request.setHeader("Content-Encoding", "gzip");
        }
        return request.POST(body).build();
    }
}
