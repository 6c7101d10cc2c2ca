package io.aboveboard.adapter.sink.otlp.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;

/**
 * The body of a request, and the moment at which it is out of hand: the client asks for it when name, connection and
 * encryption are there and the head is written. Thread-safe.
 */
final class HandOver implements BodyPublisher {
    private final BodyPublisher body;
    private final CountDownLatch over = new CountDownLatch(1);

    HandOver(BodyPublisher body) {
        this.body = body;
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> client) {
        body.subscribe(new Witness(client));
    }

    /** Nobody will ask for the body any more, or nobody needs to wait for that. */
    void end() {
        over.countDown();
    }

    /** Waits for it, but not for long. An interrupt ends the wait, and is passed on. */
    void await(Duration atMost) {
        try {
            over.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Witness implements Subscriber<ByteBuffer> {
        private final Subscriber<? super ByteBuffer> client;

        Witness(Subscriber<? super ByteBuffer> client) {
            this.client = client;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            client.onSubscribe(new Subscription() {
                @Override
                public void request(long items) {
                    subscription.request(items);
                    end();
                }

                @Override
                public void cancel() {
                    subscription.cancel();
                    end();
                }
            });
        }

        @Override
        public void onNext(ByteBuffer part) {
            client.onNext(part);
        }

        @Override
        public void onError(Throwable failure) {
            client.onError(failure);
        }

        @Override
        public void onComplete() {
            client.onComplete();
        }
    }
}
