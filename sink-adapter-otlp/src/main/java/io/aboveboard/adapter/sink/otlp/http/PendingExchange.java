package io.aboveboard.adapter.sink.otlp.http;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A request under way. Its deadline runs from the start, whether or not anybody waits. Thread-safe. */
public final class PendingExchange {
    private final Reception reception;
    private final Duration timeout;
    private final String way;
    private final CompletableFuture<?> request;
    private final CompletableFuture<Exchange> exchange;
    private volatile boolean late;
    private volatile boolean garbled;

    /**
     * @param over done when there is an answer or will be none
     * @param way how the server is reached, to be added to what is said of a failure
     */
    PendingExchange(
            CompletableFuture<HttpResponse<byte[]>> request,
            Reception reception,
            Runnable over,
            Duration timeout,
            String way) {
        this.reception = reception;
        this.timeout = timeout;
        this.way = way;
        this.request = request;
        this.exchange = request.whenComplete((response, failure) -> over.run())
                .orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS)
                .handle((response, failure) -> failure == null ? whole(response) : broken(failure));
    }

    private PendingExchange(Exchange exchange) {
        this.reception = new Reception();
        this.timeout = Duration.ZERO;
        this.way = "";
        this.request = CompletableFuture.completedFuture(exchange);
        this.exchange = CompletableFuture.completedFuture(exchange);
    }

    /** A request that was not even begun, as it would have failed at this step. */
    static PendingExchange unanswered(Exchange.Step step, String reason) {
        return new PendingExchange(new Exchange.Unanswered(step, reason));
    }

    /** Waits until there is an answer or the deadline is over; an interrupt gives the request up. */
    public Exchange await() {
        try {
            return exchange.get();
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            return new Exchange.Unanswered(Exchange.Step.ANSWER, "interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            return Failures.describe(e);
        }
    }

    /**
     * Whether the client that sent it may keep its connection open although the request is over: one that is given up over
     * HTTP/2 ends its stream only, and after an answer that cannot be read the JDK's client forgets to hang up.
     */
    boolean mayLeaveItsConnectionOpen(HttpClient.Version version) {
        return garbled || (late && version == HttpClient.Version.HTTP_2);
    }

    /** Whether something came that is no answer of HTTP. */
    boolean isGarbled() {
        return garbled;
    }

    /** Gives the request up and closes its connection, over HTTP/2 its stream. */
    void cancel() {
        request.cancel(true);
    }

    /** A proxy that refuses to tunnel answers without a body, and nobody is asked to receive one. */
    private Exchange whole(HttpResponse<byte[]> response) {
        return reception
                .whole(response.body())
                .<Exchange>map(Exchange.Answered::new)
                .orElseGet(() -> new Exchange.Answered(Reception.bodiless(response)));
    }

    private Exchange broken(Throwable failure) {
        // Without this a server that stalls would keep the connection for as long as it likes.
        cancel();
        late = cause(failure) instanceof TimeoutException;
        garbled = Failures.isGarbled(failure);
        return reception.broken().<Exchange>map(Exchange.Answered::new).orElseGet(() -> unanswered(failure));
    }

    private Exchange.Unanswered unanswered(Throwable failure) {
        Exchange.Unanswered described = late
                ? new Exchange.Unanswered(
                        Exchange.Step.ANSWER, "no answer within " + timeout.toMillis() / 1000.0 + " s")
                : Failures.describe(cause(failure));
        return new Exchange.Unanswered(described.step(), described.reason() + way);
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
