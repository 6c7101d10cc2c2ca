package io.aboveboard.adapter.sink.otlp.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Collects a body up to a bound, one byte above which it stops reading. Called by one thread at a time, as reactive
 * streams prescribe.
 */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private final int bound;

    BoundedBody(int bound) {
        this.bound = bound;
    }

    /** The body; one byte longer than the bound where there is more than may be read. */
    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription source) {
        subscription.complete(source);
        source.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        buffers.forEach(this::collect);
        if (collected.size() > bound) {
            subscription.join().cancel();
            body.complete(collected.toByteArray());
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(collected.toByteArray());
    }

    private void collect(ByteBuffer buffer) {
        byte[] chunk = new byte[Math.min(buffer.remaining(), bound + 1 - collected.size())];
        buffer.get(chunk);
        collected.write(chunk, 0, chunk.length);
    }
}
