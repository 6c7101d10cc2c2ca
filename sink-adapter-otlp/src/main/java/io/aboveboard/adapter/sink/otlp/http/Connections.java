package io.aboveboard.adapter.sink.otlp.http;

import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.domain.annotation.Nullable;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's client and its threads, none of which keeps a JVM alive. Opened by first use, closed once. Thread-safe. */
final class Connections implements AutoCloseable {
    /** The client's work never blocks but for name resolution, so few threads are enough and a bound is safe. */
    private static final int THREADS = 4;

    private static final int IDLE_SECONDS = 5;
    private static final boolean CLOSABLE = Runtime.version().feature() >= 21;
    private static final AtomicInteger THREAD_NUMBER = new AtomicInteger();

    private final OtlpSinkConfig config;
    private final HttpProbe probe;
    private final ExecutorService executor = executor();
    private @Nullable HttpClient client;
    private HttpClient.Version version;
    private PendingExchange underWay = PendingExchange.unanswered(Exchange.Step.CONNECTION, "nothing was sent");

    Connections(OtlpSinkConfig config) {
        this.config = config;
        this.probe = new HttpProbe(config);
        this.version = firstVersion(config);
    }

    /** Whether what came last was no HTTP, and keeps its connection: the client of before Java 21 cannot be closed. */
    synchronized boolean mustLookFirst() {
        return !CLOSABLE && underWay.isGarbled();
    }

    /** Whether another request would only leave another connection open for ever. Takes no longer than this. */
    boolean wouldBeSpoiltAgain(Duration longest) {
        try {
            return CompletableFuture.supplyAsync(probe::findsSomethingElse, executor)
                    .completeOnTimeout(false, longest.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /** The client; empty once closed. */
    synchronized Optional<HttpClient> client() {
        if (client != null && underWay.mayLeaveItsConnectionOpen(version)) {
            replace(client);
        }
        if (client == null && !executor.isShutdown()) {
            client = open();
        }
        return Optional.ofNullable(client);
    }

    /**
     * What is left open would be used again, although something on the way may have forgotten it, or be left for good. The
     * next client speaks HTTP/1.1, over which a request that is given up takes its connection along: so a server that is
     * only slow costs one client, not one each time.
     */
    private void replace(HttpClient spoilt) {
        close(spoilt);
        client = null;
        version = HttpClient.Version.HTTP_1_1;
    }

    /** Is told of each exchange, so that closing can give it up; there is at most one at a time. */
    synchronized void opened(PendingExchange exchange) {
        underWay = exchange;
        if (executor.isShutdown()) {
            exchange.cancel();
        }
    }

    @Override
    public synchronized void close() {
        executor.shutdown();
        underWay.cancel();
        if (client != null) {
            close(client);
        }
        client = null;
    }

    /** Since Java 21 a client can be closed; before, its one daemon thread ends when the client is collected. */
    private static void close(HttpClient client) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(client);
        } catch (ReflectiveOperationException olderJvm) {
            // Nothing to be done: giving up the request has closed its connection already.
        }
    }

    private HttpClient open() {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(version)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.timeout().dividedBy(2))
                .sslContext(config.tls().context())
                .executor(executor);
        config.proxy().selector().ifPresent(builder::proxy);
        return builder.build();
    }

    /** Without TLS there is no negotiation but an upgrade header, at which some servers and proxies balk. */
    private static HttpClient.Version firstVersion(OtlpSinkConfig config) {
        return "https".equals(config.endpoint().getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
    }

    private static ExecutorService executor() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Connections::thread);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "aboveboard-otlp-" + THREAD_NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
